package org.wellmet.vocabulary;

/// A city as the list knows it.
///
/// @param country the two-letter code
/// @param region the state or province where people write it behind the city, or empty
/// @param population in thousands, at least 1
/// @param latitude in degrees, to about a kilometre
/// @param longitude in degrees, to about a kilometre
public record Place(
        String id, String name, String country, String region, int population, double latitude, double longitude) {
    private static final double EARTH_RADIUS_KM = 6371.0;

    /// Coordinates lie on the globe.
    public Place {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("place must lie on the globe, got " + latitude + ", " + longitude);
        }
    }

    /// The distance along the surface, in kilometres (haversine).
    public double kilometresTo(Place other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double chord = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
