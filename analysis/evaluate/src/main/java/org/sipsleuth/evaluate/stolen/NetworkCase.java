package org.sipsleuth.evaluate.stolen;

import java.util.List;
import java.util.Map;

/// A kind of network in which accounts are stolen.
enum NetworkCase {
    /// Somebody outside registers as two users of an office, whose own phones stay in use.
    OFFICE("office",
            "toll-fraud",
            1,
            List.of(5, 10, 15, 20)),
    /// Somebody calls from the phones of two members of an organisation that people join, in which
    /// others change their role, and which spam callers call.
    ORGANISATION("organisation", "social", 7, List.of(8, 12, 16, 20));

    private static final int OFFICE_DAYS = 3;
    private static final int STOLEN = 2;
    private static final double MINUTES_OF_A_DAY = 1_440;

    /// Of the calls that are added to an organisation, those of its first stolen account.
    private static final double SHARE_OF_FIRST = 0.4;

    private static final int DAYS_OF_FIRST = 28;

    private final String text;
    private final String scenario;
    private final int learnedDays;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<Integer> perDay;

    /// @param text for tables
    /// @param scenario of the simulator
    /// @param learnedDays days from the beginning without stolen accounts
    /// @param perDay calls of a stolen account on a day, one after the other by seed
    NetworkCase(String text, String scenario, int learnedDays, List<Integer> perDay) {
        this.text = text;
        this.scenario = scenario;
        this.learnedDays = learnedDays;
        this.perDay = List.copyOf(perDay);
    }

    /// Its name in tables.
    String text() {
        return text;
    }

    /// The scenario that plays it.
    String scenario() {
        return scenario;
    }

    /// How many days from its beginning are without stolen accounts.
    int learnedDays() {
        return learnedDays;
    }

    /// How many calls a stolen account makes on a day; in an organisation the first one, the second
    /// seven tenths of it.
    ///
    /// @param trial its number, from 0
    int perDay(int trial) {
        return perDay.get(trial % perDay.size());
    }

    /// What is not as the scenario has it by default.
    Map<String, String> settings(int callsADay) {
        return switch (this) {
            case OFFICE -> Map.of("users", "20", "calls-per-hour", "10", "minutes", minutes(OFFICE_DAYS),
                    "attack-after", minutes(learnedDays), "fraud-accounts", Integer.toString(STOLEN), "fraud-calls",
                    "100000", "fraud-per-minute", Double.toString(STOLEN * callsADay / MINUTES_OF_A_DAY));
            case ORGANISATION -> Map.of("members", "80", "calls", "6000", "days",
                    Integer.toString(learnedDays + DAYS_OF_FIRST), "train-days", Integer.toString(learnedDays),
                    "ramp-days", "3", "injected-calls",
                    Long.toString(Math.round(callsADay * DAYS_OF_FIRST / SHARE_OF_FIRST)));
        };
    }

    private static String minutes(int days) {
        return Long.toString(Math.round(days * MINUTES_OF_A_DAY));
    }
}
