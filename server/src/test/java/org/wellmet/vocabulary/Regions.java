package org.wellmet.vocabulary;

import java.util.Map;
import java.util.stream.Collectors;

/// The regions whose name people write behind a city's: the list of cities names them by code only.
final class Regions {
    private static final String TABLE = """
            US.AL Alabama
            US.AK Alaska
            US.AZ Arizona
            US.AR Arkansas
            US.CA California
            US.CO Colorado
            US.CT Connecticut
            US.DE Delaware
            US.DC District of Columbia
            US.FL Florida
            US.GA Georgia
            US.HI Hawaii
            US.ID Idaho
            US.IL Illinois
            US.IN Indiana
            US.IA Iowa
            US.KS Kansas
            US.KY Kentucky
            US.LA Louisiana
            US.ME Maine
            US.MD Maryland
            US.MA Massachusetts
            US.MI Michigan
            US.MN Minnesota
            US.MS Mississippi
            US.MO Missouri
            US.MT Montana
            US.NE Nebraska
            US.NV Nevada
            US.NH New Hampshire
            US.NJ New Jersey
            US.NM New Mexico
            US.NY New York
            US.NC North Carolina
            US.ND North Dakota
            US.OH Ohio
            US.OK Oklahoma
            US.OR Oregon
            US.PA Pennsylvania
            US.RI Rhode Island
            US.SC South Carolina
            US.SD South Dakota
            US.TN Tennessee
            US.TX Texas
            US.UT Utah
            US.VT Vermont
            US.VA Virginia
            US.WA Washington
            US.WV West Virginia
            US.WI Wisconsin
            US.WY Wyoming
            CA.01 Alberta
            CA.02 British Columbia
            CA.03 Manitoba
            CA.04 New Brunswick
            CA.05 Newfoundland and Labrador
            CA.07 Nova Scotia
            CA.08 Ontario
            CA.09 Prince Edward Island
            CA.10 Quebec
            CA.11 Saskatchewan
            CA.12 Yukon
            CA.13 Northwest Territories
            CA.14 Nunavut
            GB.ENG England
            GB.SCT Scotland
            GB.WLS Wales
            GB.NIR Northern Ireland
            AU.01 Australian Capital Territory
            AU.02 New South Wales
            AU.03 Northern Territory
            AU.04 Queensland
            AU.05 South Australia
            AU.06 Tasmania
            AU.07 Victoria
            AU.08 Western Australia
            """;

    /// From `US.OR` to `Oregon`.
    static final Map<String, String> NAMES = TABLE.lines()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toUnmodifiableMap(cell -> cell[0], cell -> cell[1]));

    private Regions() {}
}
