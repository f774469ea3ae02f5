package org.wellmet.profile;

/// An area as formats for cards and résumés want it: the city, and what its owner wrote behind the first comma (a
/// province, a country), for which they have a field of its own. Either may be empty.
public record Locality(String city, String region) {
    /// Of the area as it is written.
    public static Locality of(String area) {
        int comma = area.indexOf(',');
        return comma < 0
                ? new Locality(area.strip(), "")
                : new Locality(
                        area.substring(0, comma).strip(),
                        area.substring(comma + 1).strip());
    }

    /// The area as it is written.
    public String area() {
        return city.isEmpty() || region.isEmpty() ? city + region : city + ", " + region;
    }
}
