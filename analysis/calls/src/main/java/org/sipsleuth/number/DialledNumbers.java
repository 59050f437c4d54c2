package org.sipsleuth.number;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.number.RateTable.Rate;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;

/// Where dialled numbers lead: by the user's rate table, then by the numbering plans of
/// libphonenumber (ITU-T E.164). Which country the capture is from is a setting, never a guess.
///
/// Used by one thread. Cost: 30 µs for a number of a range that was not looked up before; the
/// numbering plans are loaded when the first number is looked up.
public final class DialledNumbers {

    /// The name of the setting of the home region.
    public static final String HOME = "toll-home-region";

    /// The name of the price setting.
    public static final String PRICE = "toll-price";

    private static final String NO_HOME = "none";

    /// So many digits decide about a range, together with the length.
    private static final int RANGE_DIGITS = 9;

    /// More ranges are not looked up: hostile input may have any number of them. Their rates are.
    private static final int MOST_RANGES = 50_000;

    private static final int CODE_DIGITS = 3;
    private static final int SHORTEST = 8;
    private static final int SHORTEST_WITH_PLUS = 7;
    private static final int LONGEST = 18;
    private static final int LONGEST_E164 = 15;

    private final String home;
    private final double price;
    private final RateTable rates;
    private final Map<String, Destination> ranges = new HashMap<>();

    /// What a number is.
    public enum Kind {
        /// No kind can be determined.
        UNKNOWN,
        /// In the home region.
        NATIONAL,
        /// In another region.
        INTERNATIONAL,
        /// A premium-rate number.
        PREMIUM,
        /// A satellite or other global network.
        SATELLITE,
        /// Expensive by the user's rate table.
        EXPENSIVE,
        /// Blocked by the user's rate table.
        BLOCKED,
        /// Its country code is assigned to nobody.
        UNASSIGNED;

        /// Whether fraudsters earn by calls to it, or nobody calls it on purpose.
        public boolean isSuspicious() {
            return switch (this) {
                case UNKNOWN, NATIONAL, INTERNATIONAL -> false;
                case PREMIUM, SATELLITE, EXPENSIVE, BLOCKED, UNASSIGNED -> true;
            };
        }
    }

    /// Where a number leads.
    ///
    /// @param prefix its country code with `+`, or its first digits
    /// @param country the English name of its country; empty where it has none
    /// @param rate its rate, where the user has one
    public record Destination(Kind kind, String prefix, String country, Optional<Rate> rate) {}

    /// @param settings with [#homeRegion] and [#expensive]
    /// @param rates the user's own, or [RateTable#NONE]
    public DialledNumbers(Settings settings, RateTable rates) {
        this.home = settings.text(HOME);
        this.price = settings.real(PRICE);
        this.rates = rates;
    }

    /// The setting of the home region.
    public static Setting homeRegion() {
        String[] codes = Locale.getISOCountries();
        String[] words = new String[codes.length + 1];
        words[0] = NO_HOME;
        System.arraycopy(codes, 0, words, 1, codes.length);
        return Setting.choice(
                HOME,
                "country of the capture, as ISO code, to read numbers without country code",
                words);
    }

    /// The price setting.
    public static Setting expensive() {
        return Setting.real(
                PRICE,
                1,
                "per minute",
                0,
                1e6,
                "price in the rate table from which a number counts as expensive");
    }

    /// Whether a dialled string is a number of the public network rather than an extension: 7 to 15
    /// digits after `+`, or 8 to 18 digits.
    public static boolean isExternal(String dialled) {
        String digits = plain(dialled);
        boolean hasPlus = digits.startsWith("+");
        int length = digits.length() - (hasPlus ? 1 : 0);
        for (int i = hasPlus ? 1 : 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return hasPlus
                ? length >= SHORTEST_WITH_PLUS && length <= LONGEST_E164
                : length >= SHORTEST && length <= LONGEST;
    }

    /// A dialled string without what only makes it readable: `+49 (30) 12-34` is `+49301234`.
    public static String plain(String dialled) {
        if (dialled.length() > 2 * LONGEST) {
            return dialled;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < dialled.length(); i++) {
            if ("-.() ".indexOf(dialled.charAt(i)) < 0) {
                plain.append(dialled.charAt(i));
            }
        }
        return plain.toString();
    }

    /// A number without its last four digits: the range that it is in.
    public static String range(String dialled) {
        String digits = plain(dialled);
        return digits.length() > 7 ? digits.substring(0, digits.length() - 4) : digits;
    }

    /// Where an external number leads.
    public Destination destination(String dialled) {
        String number = plain(dialled);
        String range =
                number.substring(0, Math.min(RANGE_DIGITS, number.length())) + number.length();
        Destination known = ranges.get(range);
        if (known != null && rates.isEmpty()) {
            return known;
        }
        Destination destination;
        if (known != null) {
            destination = known;
        } else if (ranges.size() < MOST_RANGES) {
            destination = lookUp(number);
            ranges.put(range, destination);
        } else {
            destination = new Destination(Kind.UNKNOWN, first(number), "", Optional.empty());
        }
        return rated(number, destination);
    }

    private Destination rated(String number, Destination plan) {
        if (rates.isEmpty()) {
            return plan;
        }
        Optional<Rate> rate = international(number).flatMap(rates::rate);
        if (rate.isEmpty()) {
            return plan;
        }
        Kind kind =
                switch (rate.get().kind()) {
                    case PREMIUM -> Kind.PREMIUM;
                    case SATELLITE -> Kind.SATELLITE;
                    case BLOCKED -> Kind.BLOCKED;
                    case ORDINARY -> plan.kind().isSuspicious() ? Kind.INTERNATIONAL : plan.kind();
                    case UNSTATED ->
                            rate.get().price() >= price && !plan.kind().isSuspicious()
                                    ? Kind.EXPENSIVE
                                    : plan.kind();
                };
        return new Destination(kind, plan.prefix(), plan.country(), rate);
    }

    /// The digits behind `+` of a number in international form.
    private Optional<String> international(String number) {
        String dialled = withPlus(number);
        if (dialled.startsWith("+")) {
            return Optional.of(dialled.substring(1));
        }
        return hasHome()
                ? NumberingPlan.number(dialled, home()).map(NumberingPlan.PlanNumber::digits)
                : Optional.empty();
    }

    /// A number that begins with `00`, which ITU-T E.164 recommends before a country code, with
    /// `+`, unless the home region reads it otherwise.
    private String withPlus(String number) {
        boolean isInternational =
                number.startsWith("00")
                        && (!hasHome() || NumberingPlan.number(number, home()).isEmpty());
        return isInternational ? "+" + number.substring(2) : number;
    }

    private Destination lookUp(String number) {
        String dialled = withPlus(number);
        if (dialled.startsWith("+") && !NumberingPlan.hasAssignedCode(dialled)) {
            return new Destination(Kind.UNASSIGNED, first(dialled), "", Optional.empty());
        }
        return NumberingPlan.number(dialled, home())
                .map(
                        its ->
                                new Destination(
                                        kind(its),
                                        "+" + its.countryCode(),
                                        country(its.region()),
                                        Optional.empty()))
                .orElseGet(
                        () -> new Destination(Kind.UNKNOWN, first(number), "", Optional.empty()));
    }

    private Kind kind(NumberingPlan.PlanNumber number) {
        return switch (number.type()) {
            case PREMIUM -> Kind.PREMIUM;
            case GLOBAL -> Kind.SATELLITE;
            case OTHER -> number.region().equals(home) ? Kind.NATIONAL : Kind.INTERNATIONAL;
        };
    }

    /// Whether the home region is set.
    public boolean hasHome() {
        return !home.equals(NO_HOME);
    }

    private Optional<String> home() {
        return home.equals(NO_HOME) ? Optional.empty() : Optional.of(home);
    }

    private static String country(String region) {
        boolean isCountry = region.length() == 2;
        return isCountry ? Locale.of("", region).getDisplayCountry(Locale.ENGLISH) : "";
    }

    private static String first(String number) {
        int digits = number.startsWith("+") ? CODE_DIGITS + 1 : CODE_DIGITS;
        return number.substring(0, Math.min(digits, number.length()));
    }
}
