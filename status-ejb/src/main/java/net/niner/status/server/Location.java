package net.niner.status.server;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Where a server stands. */
@Embeddable
public class Location {

    public static final int CITY_LENGTH = 80;

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    @Column(nullable = false, length = CITY_LENGTH)
    private String city;

    @Column(nullable = false, length = 2)
    private String country;

    protected Location() {}

    /**
     * @param country ISO 3166-1 alpha-2, upper case
     * @throws IllegalArgumentException if there is no such country
     */
    public Location(String city, String country) {
        this.city = Objects.requireNonNull(city);
        this.country = Objects.requireNonNull(country);
        if (!isCountry(country)) {
            throw new IllegalArgumentException("there is no country with the code " + country);
        }
    }

    /** True for an assigned ISO 3166-1 alpha-2 code in upper case. */
    public static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    public String city() {
        return city;
    }

    /** ISO 3166-1 alpha-2, upper case. */
    public String country() {
        return country;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Location location && location.city.equals(city) && location.country.equals(country);
    }

    @Override
    public int hashCode() {
        return Objects.hash(city, country);
    }

    @Override
    public String toString() {
        return city + ", " + country;
    }
}
