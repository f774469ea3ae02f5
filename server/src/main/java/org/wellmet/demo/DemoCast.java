package org.wellmet.demo;

import java.util.List;
import java.util.Optional;
import org.wellmet.demo.DemoPerson.Post;

/// The people of the demo whom one meets first; the rest of the city is drawn.
final class DemoCast {
    /// The member as whom a visitor signs in with one click.
    static final String MEMBER = "Noor Haddad";

    /// The operator as whom a visitor signs in with one click.
    static final String OPERATOR = "Heather Zwicker";

    static final int MEMBER_INDEX = 0;
    static final int OPERATOR_INDEX = 1;

    private static final String HALIFAX = "Halifax, Nova Scotia";
    private static final int MONTHS = 12;

    private DemoCast() {}

    static List<DemoPerson> people(DemoContent content) {
        return List.of(
                person(
                        content,
                        MEMBER,
                        "software",
                        "Fundy Shore Polytechnic",
                        2018,
                        1.8,
                        List.of(
                                new Post("Data engineer", "Quaystone Software", month(2021, 9), Post.TODAY),
                                new Post(
                                        "Instrument designer",
                                        "Tidewright Instruments",
                                        month(2019, 1),
                                        month(2021, 8))),
                        List.of("Time series", "PostgreSQL", "Python", "dbt", "Data quality"),
                        List.of("Data engineering", "Ocean data"),
                        "Somebody to teach an evening course with",
                        "Advice on moving from spreadsheets to a warehouse"),
                person(
                        content,
                        OPERATOR,
                        "public",
                        "Chebucto University",
                        1998,
                        2.2,
                        List.of(
                                new Post("Policy adviser", "Regional Planning Office", month(2014, 3), Post.TODAY),
                                new Post(
                                        "Community librarian",
                                        "Harbour City Libraries",
                                        month(2003, 1),
                                        month(2014, 2))),
                        List.of("Public consultation", "Policy", "Project management"),
                        List.of("Open data", "Housing"),
                        "A co-operative that needs a treasurer",
                        "An hour a month for people new to Halifax"),
                person(
                        content,
                        "Ingrid Solheim",
                        "ocean",
                        "Fundy Shore Polytechnic",
                        2011,
                        1.6,
                        List.of(
                                new Post("Marine data lead", "Tidewright Instruments", month(2020, 1), Post.TODAY),
                                new Post(
                                        "Stock assessment biologist",
                                        "Grand Banks Survey",
                                        month(2011, 5),
                                        month(2019, 12))),
                        List.of("Time series", "R", "Sensor calibration", "Data quality"),
                        List.of("Ocean data", "Fisheries"),
                        "A French-speaking technician",
                        "Access to tide data for research"),
                person(
                        content,
                        "Rajan Pillai",
                        "ocean",
                        "Fundy Shore Polytechnic",
                        2015,
                        1.7,
                        List.of(new Post("Embedded engineer", "Tidewright Instruments", month(2016, 6), Post.TODAY)),
                        List.of("Embedded systems", "Sensor calibration", "Python"),
                        List.of("Ocean data", "Tidal energy"),
                        "A team that pairs",
                        "A spare desk near the ferry"),
                person(
                        content,
                        "Hélène Melanson",
                        "ocean",
                        "Université de la Baie",
                        2012,
                        1.2,
                        List.of(
                                new Post("Hydrographer", "Port of Woodside", month(2022, 2), Post.TODAY),
                                new Post("Field technician", "Tidewright Instruments", month(2018, 5), month(2022, 1))),
                        List.of("Hydrography", "GIS", "Time series", "French"),
                        List.of("Ocean data"),
                        "Advice on moving from spreadsheets to a warehouse",
                        "French conversation over lunch"),
                person(
                        content,
                        "Chinedu Eze",
                        "public",
                        "Chebucto University",
                        2020,
                        1.1,
                        List.of(new Post("Data analyst", "Citywide Transit", month(2021, 3), Post.TODAY)),
                        List.of("Data analysis", "GIS", "dbt"),
                        List.of("Public transit", "Open data"),
                        "A mentor for my first year as a lead",
                        "Help with a first pull request"),
                person(
                        content,
                        "Kwame Boateng",
                        "energy",
                        "Cape Split University",
                        2009,
                        1.4,
                        List.of(new Post("Civil engineer", "Northmoor Energy Co-op", month(2013, 4), Post.TODAY)),
                        List.of("Civil engineering", "Tendering", "Project management"),
                        List.of("Tidal energy", "Co-operatives"),
                        "A second opinion on a tender",
                        "A tour of our yard"));
    }

    private static DemoPerson person(
            DemoContent content,
            String name,
            String sector,
            String school,
            int graduation,
            double sociability,
            List<Post> posts,
            List<String> skills,
            List<String> topics,
            String looksFor,
            String offers) {
        return new DemoPerson(
                name,
                HALIFAX,
                sector,
                school,
                graduation,
                posts,
                skills,
                topics,
                DemoCommunity.languages(content, name, school, skills),
                Optional.of(looksFor),
                Optional.of(offers),
                sociability);
    }

    private static int month(int year, int month) {
        return year * MONTHS + month - 1;
    }
}
