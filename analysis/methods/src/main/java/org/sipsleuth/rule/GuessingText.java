package org.sipsleuth.rule;

import static org.sipsleuth.rule.Observed.TEXTS;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.JoinHints;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.rule.Logins.Login;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// States what refused credentials show. Passwords are never part of it, even where a tool writes
/// them into its messages.
final class GuessingText {

    /// So near to the begin or end of the capture, the rest may be missing.
    private static final long NEAR_THE_EDGE = 5_000_000_000L;

    private final Traffic traffic;
    private final TransactionTable table;
    private final Guessing guessing;
    private final List<Login> refused;

    GuessingText(Traffic traffic, Guessing guessing) {
        this.traffic = traffic;
        this.table = traffic.table();
        this.guessing = guessing;
        this.refused = guessing.refused();
    }

    Finding finding() {
        Observed observed = new Observed(traffic, IncidentKind.PASSWORD_GUESSING).on(guessing.transactions())
                .by(HostNames.actors(table, guessing.transactions()))
                .against(refused.stream().map(each -> each.transaction().destination()))
                .accounts(guessing.accounts().stream())
                .outcome(guessing.guessed().isEmpty() ? Outcome.ATTEMPTED : Outcome.SUCCEEDED)
                .hints(new JoinHints("", Set.of(), refused.size()));
        observed.confidence("min(0.99, 0.5 + n ÷ 50) ÷ h",
                Input.of("n", Observed.TEXTS.sentence("explain.refused"), refused.size()),
                Input.of("h", Observed.TEXTS.sentence("explain.harmless"), guessing.isHarmless() ? 2 : 1));
        measures(observed);
        predicate(observed);
        keys(observed);
        unknown(observed);
        alternatives(observed);
        if (guessing.isHarmless()) {
            observed.harmless();
        } else if (isUncertain()) {
            observed.minor();
        }
        return observed.finding();
    }

    /// A client that answers a challenge again and again with the same password does so a few
    /// times.
    private boolean isUncertain() {
        boolean isOne = guessing.guessed().isEmpty() && guessing.hosts().size() == 1;
        return guessing.form() == Guessing.Form.ATTACK && isOne && (areFew() || (guessing.accounts().size() == 1
                && refused.size() < traffic.settings().count(PasswordGuessing.CERTAIN)));
    }

    /// Fewer than are guessing by themselves: an attack tool's are counted from three on.
    private boolean areFew() {
        return refused.size() < traffic.settings().count(PasswordGuessing.FAILURES);
    }

    private void measures(Observed observed) {
        Settings settings = traffic.settings();
        boolean isPooled = guessing.form() == Guessing.Form.POOLED;
        observed.measure("guessing.measure.refused", wrongPasswords(),
                settings.count(isPooled ? PasswordGuessing.POOLED_FAILURES : PasswordGuessing.FAILURES));
        if (isPooled) {
            observed.measure("guessing.measure.sources", guessing.hosts().size(),
                    settings.count(PasswordGuessing.POOLED_SOURCES));
        }
    }

    /// How many passwords were wrong: with the one account that was guessed, as many as its
    /// sentence counts, those that a stale nonce hides included.
    private int wrongPasswords() {
        return guessing.guessed().size() == 1 && guessing.accounts().size() == 1
                ? guessing.guessed().getFirst().attempts() - 1
                : refused.size();
    }

    private void predicate(Observed observed) {
        List<GuessedPassword> guessed = guessing.guessed();
        Sentence accounts = accounts();
        if (guessing.isHarmless()) {
            observed.did("sent", TEXTS.sentence("guessing.stored", count(refused.size()), accounts),
                    transactions(refused));
            if (guessing.form() == Guessing.Form.CORRECTED) {
                observed.words(TEXTS.sentence("guessing.corrected"));
            }
            observed.card(TEXTS.sentence("guessing.card.stored", count(refused.size())),
                    TEXTS.sentence("guessing.card.none"));
        } else if (guessed.size() == 1 && guessing.accounts().size() == 1) {
            GuessedPassword found = guessed.getFirst();
            observed.words(observed.verbText("guessed"), TEXTS.sentence("guessing.found", accounts))
                    .clause(TEXTS.sentence("guessing.attempt", ordinal(found.attempts())), List.of(found.accepted()))
                    .card(TEXTS.sentence("guessing.card.tried", count(found.attempts())),
                            TEXTS.sentence("guessing.card.found", accounts));
        } else {
            observed.did("attempted", TEXTS.sentence("guessing.tried", count(refused.size()), accounts),
                    transactions(refused));
            if (guessed.isEmpty()) {
                observed.words(TEXTS.sentence("guessing.none", count(refused.size())));
            } else {
                observed.words(TEXTS.sentence("guessing.and"), observed.verbText("guessed"))
                        .clause(TEXTS.sentence("guessing.those", count(guessed.size()), Names.listed(names(guessed))),
                                guessed.stream().map(GuessedPassword::accepted).toList());
            }
            observed.card(TEXTS.sentence("guessing.card.tried", count(refused.size())),
                    guessed.isEmpty() ? TEXTS.sentence("guessing.card.none")
                            : TEXTS.sentence("guessing.card.found", Names.listed(names(guessed))));
        }
    }

    private List<String> names(List<GuessedPassword> guessed) {
        return guessed.stream().map(each -> table.user(each.account())).toList();
    }

    private Sentence accounts() {
        List<String> names = guessing.accounts().stream().map(table::user).toList();
        return names.size() <= 2 ? Names.listed(names) : TEXTS.sentence("accounts", count(names.size()));
    }

    private void keys(Observed observed) {
        HopTransaction first = refused.getFirst().transaction();
        observed.key(first.request(), TEXTS.sentence("guessing.key.first", Names.cut(user(refused.getFirst()))));
        guessing.guessed()
                .stream()
                .limit(4)
                .forEach(each -> observed.key(each.accepted().response(),
                        TEXTS.sentence("guessing.key.accepted", Names.cut(table.user(each.account())))));
        if (guessing.guessed().isEmpty()) {
            HopTransaction last = refused.getLast().transaction();
            observed.key(last.response(), TEXTS.sentence("guessing.key.last"));
        }
    }

    private String user(Login login) {
        return table.user(login.account());
    }

    private void unknown(Observed observed) {
        HopTransaction first = refused.getFirst().transaction();
        HopTransaction last = refused.getLast().transaction();
        if (guessing.isHarmless()) {
            return;
        }
        if (table.sinceBeginNanos(first) < NEAR_THE_EDGE && isContinued(first)) {
            observed.notDetermined(TEXTS.sentence("guessing.unknown.begin"));
        }
        if (guessing.guessed().isEmpty() && table.untilEndNanos(last) < NEAR_THE_EDGE) {
            observed.notDetermined(TEXTS.sentence("guessing.unknown.end"));
        }
        if (!table.visibility().hasCredentials()) {
            observed.notDetermined(TEXTS.sentence("guessing.unknown.credentials"));
        }
    }

    /// Whether the first request with credentials answers a challenge that was not captured.
    private boolean isContinued(HopTransaction first) {
        return guessing.transactions()
                .stream()
                .noneMatch(each -> !each.hasCredentials() && each.dialog() == first.dialog());
    }

    private void alternatives(Observed observed) {
        HostRoles roles = traffic.roles();
        double[] gaps = Guesser.gaps(refused);
        double median = Peak.median(gaps);
        Sentence pace = pace(median);
        int hosts = guessing.hosts().size();
        if (guessing.others() > 0) {
            observed.alternative(TEXTS.sentence("guessing.alternative.shared", count(guessing.accounts().size()),
                    count(guessing.others())));
        } else if (guessing.form() == Guessing.Form.CORRECTED) {
            observed.alternative(TEXTS.sentence("guessing.alternative.corrected"));
        } else if (guessing.form() == Guessing.Form.STORED_PASSWORD && hosts > 1) {
            observed.alternative(TEXTS.sentence("guessing.alternative.phones", count(hosts)));
        } else if (guessing.form() == Guessing.Form.STORED_PASSWORD
                && guessing.accounts().size() > Guesser.FEW_ACCOUNTS) {
            observed.alternative(TEXTS.sentence("guessing.alternative.adapter", count(guessing.accounts().size()),
                    pace(medianOfFirst())));
        } else if (guessing.form() == Guessing.Form.STORED_PASSWORD) {
            boolean isInBursts = median < Guesser.BURST_SECONDS;
            observed.alternative(
                    isInBursts
                            ? TEXTS.sentence("guessing.alternative.bursts",
                                    count(1 + Arrays.stream(gaps).filter(gap -> gap >= Guesser.BURST_SECONDS).count()),
                                    count(refused.size()))
                            : TEXTS.sentence("guessing.alternative." + registered(roles), pace));
        } else if (hosts > 1 && guessing.accounts().size() == 1) {
            observed.alternative(TEXTS.sentence("guessing.alternative.hosts", count(hosts), count(refused.size())));
        } else if (hosts == 1 && guessing.accounts().size() == 1) {
            observed.alternative(TEXTS.sentence(
                    guessing.guessed().isEmpty()
                            ? isUncertain() ? "guessing.alternative.loop"
                                    : median < 0.5 ? "guessing.alternative.fast"
                                    : "guessing.alternative.slow"
                            : "guessing.alternative.found",
                    pace,
                    count(guessing.guessed()
                            .stream()
                            .mapToInt(GuessedPassword::attempts)
                            .max()
                            .orElse(refused.size()))));
        }
    }

    /// When the first host registered the first account, as the end of a key of texts: before it
    /// was refused (`own`), only `later`, or never (`stored`).
    private String registered(HostRoles roles) {
        Login first = refused.getFirst();
        long registered = roles.registeredAtNanos(first.account(), first.host());
        if (registered == 0) {
            return "stored";
        }
        return registered < first.atNanos() ? "own" : "later";
    }

    /// The usual time between two tries of the first account, in s.
    private double medianOfFirst() {
        int first = guessing.accounts().getFirst();
        return Peak.median(Guesser.gaps(refused.stream().filter(each -> each.account() == first).toList()));
    }

    /// Seconds in two digits: `0.2`, `0.035`, `1.5`, `30`.
    static Sentence pace(double seconds) {
        if (seconds >= 10) {
            return count(Math.round(seconds));
        }
        BigDecimal rounded = new BigDecimal(seconds).round(new MathContext(2)).stripTrailingZeros();
        return number(rounded.doubleValue(), Math.max(0, rounded.scale()));
    }

    private static List<HopTransaction> transactions(List<Login> logins) {
        return logins.stream().map(Login::transaction).toList();
    }

    /// `1st`, `2nd`, `88th`, `1,011th`.
    static Sentence ordinal(int number) {
        int tens = number % 100;
        String ending = tens >= 11 && tens <= 13 ? "th" : switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return TEXTS.sentence("ordinal." + ending, count(number));
    }
}
