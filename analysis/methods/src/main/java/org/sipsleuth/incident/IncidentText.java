package org.sipsleuth.incident;

import static org.sipsleuth.sentence.Sentence.Punctuation.COMMA;
import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.joined;
import static org.sipsleuth.sentence.Sentence.none;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sipsleuth.capture.log.TimeParts;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// The words of incidents: titles by kind, times, lists of names.
final class IncidentText {

    static final MethodTexts TEXTS = MethodTexts.beside(IncidentText.class);

    private static final long SECOND = 1_000_000_000L;
    static final int MOST_NAMES = 3;
    private static final String TRIED = ".tried";

    /// What may as well be harmless has a title of its own.
    private static final String UNDECIDED = ".undecided";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final String NO_TIME = "an unstated time";

    private final boolean hasSeveralDays;

    /// @param index the capture: times are written with the date where it is of several days
    IncidentText(SipIndex index) {
        int last = index.messages().size() - 1;
        hasSeveralDays = last >= 0
                && !day(index.messages().capturedAtNanos(0)).equals(day(index.messages().capturedAtNanos(last)));
    }

    private static LocalDate day(long nanos) {
        return instant(nanos).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    /// A time of day in UTC, with the date if need be.
    Sentence time(long nanos) {
        if (TimeParts.of(nanos) == TimeParts.NONE) {
            return Sentence.time(NO_TIME);
        }
        String text = (hasSeveralDays ? DATE_AND_TIME : TIME).format(instant(nanos).atZone(ZoneOffset.UTC));
        return Sentence.time(TimeParts.written(nanos, text));
    }

    /// A few names, and how many more there are: `1001, 1002, 1003 and 9 more`.
    static Sentence names(Collection<Sentence> names) {
        return names(names, MOST_NAMES);
    }

    /// The same with so many names.
    static Sentence names(Collection<Sentence> names, int most) {
        if (names.size() <= most) {
            return listed(List.copyOf(names));
        }
        return TEXTS.sentence("more", joined(COMMA, names.stream().limit(most).toList()), count(names.size() - most));
    }

    private static Sentence listed(List<Sentence> names) {
        return switch (names.size()) {
            case 0 -> none();
            case 1 -> names.getFirst();
            default -> TEXTS.sentence("and", joined(COMMA, names.subList(0, names.size() - 1)), names.getLast());
        };
    }

    /// The title of an incident: by its kind, with the account, victim or actor that identifies it
    /// best. A title that states success is that of a success only.
    static Sentence title(IncidentKind kind, Joined group, Outcome outcome, boolean areForged) {
        List<Sentence> named = accountsOf(kind, group);
        Sentence accounts = names(named);
        Sentence actors = names(group.actorNames());
        Sentence victims = names(hostsOf(group.victims));
        String base = "incident";
        List<String> keys = new ArrayList<>();
        List<Finding> ofKind =
                group.findings.stream().filter(finding -> finding.observation().orElseThrow().kind() == kind).toList();
        if (Stage.areHarmless(ofKind)) {
            keys.add(base + ".harmless");
        }
        if (outcome == Outcome.SUCCEEDED && !accounts.isEmpty()) {
            keys.add(base + ".succeeded");
        }
        if (areForged) {
            keys.add(base + ".forged");
        }
        if (!accounts.isEmpty()) {
            keys.add(base + ".account");
        }
        if (!actors.isEmpty()) {
            keys.add(base + ".actor");
        }
        keys.add(base);
        return keys.stream().flatMap(key -> switch (outcome) {
            case SUCCEEDED -> Stream.of(key);
            case NOT_DETERMINED -> Stream.of(key + UNDECIDED, key + TRIED, key);
            case ATTEMPTED, PARTIAL -> Stream.of(key + TRIED, key);
        })
                .filter(key -> kind.texts().find(key).isPresent())
                .findFirst()
                .map(key -> kind.texts().sentence(key, accounts, actors, victims, count(named.size())))
                .orElseThrow();
    }

    /// The accounts that findings of a kind name.
    static List<Sentence> accountsOf(IncidentKind kind, Joined group) {
        return group.findings.stream()
                .map(finding -> finding.observation().orElseThrow())
                .filter(its -> its.kind() == kind)
                .flatMap(its -> its.accounts().stream())
                .distinct()
                .map(Sentence::user)
                .toList();
    }

    private static List<Sentence> hostsOf(Collection<String> addresses) {
        return addresses.stream().map(Sentence::host).toList();
    }
}
