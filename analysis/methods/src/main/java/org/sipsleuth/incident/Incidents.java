package org.sipsleuth.incident;

import static org.sipsleuth.sentence.Sentence.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// Joins findings to incidents.
public final class Incidents {

    /// So many actors of an incident are named.
    private static final int MOST_ACTORS = 50;

    private static final int MOST_KEYS = 40;

    /// A dialog belongs to a few incidents.
    private static final int MOST_INCIDENTS_OF_A_DIALOG = 4;

    private static final int[] NONE = {};

    private final SipIndex index;
    private final IncidentText words;
    private final Story story;
    private final Advice advice;
    private final ActorRoles actorRoles;
    private final Certainty certainty;
    private final Alternatives alternatives;

    private Incidents(SipIndex index, ActorRoles roles, Certainty certainty) {
        this.index = index;
        words = new IncidentText(index);
        story = new Story(words);
        advice = new Advice(roles);
        actorRoles = roles;
        this.certainty = certainty;
        alternatives = new Alternatives(roles);
    }

    /// The same where the roles of the hosts are not known: nobody is blocked then.
    public static List<Incident> of(SipIndex index, List<Finding> findings) {
        return of(index, findings, Optional.empty());
    }

    /// The incidents of a capture, the most severe first, then the surest, then the earliest.
    ///
    /// @param findings of all methods, one method after the other. Those without an observation
    ///     begin no incident; they become part of one if most of their dialogs belong to it. So do
    ///     floods of which the first method has explained most dialogs: two methods that find the
    ///     same flood make one incident, as the first one describes it.
    /// @param roles what the hosts are, for the advice
    public static List<Incident> of(SipIndex index, List<Finding> findings, Optional<HostRoles> roles) {
        Incidents incidents = new Incidents(index, new ActorRoles(index, roles, findings), new Certainty(index, roles));
        Set<Finding> explained = incidents.explained(findings);
        IncidentIds ids = new IncidentIds(index);
        List<Incident> sorted = Joining.of(findings.stream().filter(each -> !explained.contains(each)).toList())
                .stream()
                .map(group -> incidents.incident(group, ids))
                .sorted(Comparator.comparing(Incident::severity)
                        .thenComparingDouble(incident -> incident.confidence().kind())
                        .reversed()
                        .thenComparingLong(Incident::fromNanos)
                        .thenComparing(Incident::id))
                .toList();
        List<Incident> numbered = new ArrayList<>();
        for (Incident each : sorted) {
            numbered.add(each.withNumber(numbered.size() + 1));
        }
        return incidents.withModels(linked(numbered), findings, explained);
    }

    /// Adds to an incident in which passwords were tried that the account had been used before, in
    /// which other one.
    private static List<Incident> linked(List<Incident> numbered) {
        Map<String, Incident> firstUse = new HashMap<>();
        for (Incident each : numbered) {
            if (each.stages().stream().anyMatch(stage -> Joined.USES.contains(stage.kind()))) {
                each.accounts().forEach(account -> firstUse.merge(account, each, Incidents::earlier));
            }
        }
        return numbered.stream().map(each -> {
            long guessed = each.stage(IncidentKind.PASSWORD_GUESSING).map(Stage::fromNanos).orElse(Long.MIN_VALUE);
            for (String account : each.accounts()) {
                Incident use = firstUse.get(account);
                if (use != null && use.number() != each.number() && use.fromNanos() < guessed) {
                    return each.withSentence(
                            IncidentText.TEXTS.sentence("story.used", Sentence.user(account), count(use.number())));
                }
            }
            return each;
        }).toList();
    }

    private static Incident earlier(Incident one, Incident other) {
        return one.fromNanos() <= other.fromNanos() ? one : other;
    }

    /// The findings of floods that state what the first method has explained.
    private Set<Finding> explained(List<Finding> findings) {
        List<Finding> stating = findings.stream().filter(its -> its.observation().isPresent()).toList();
        Set<Finding> explained = Collections.newSetFromMap(new IdentityHashMap<>());
        BitSet dialogs = new BitSet();
        for (Finding each : stating) {
            if (each.origin().detector().equals(stating.getFirst().origin().detector())) {
                Arrays.stream(each.evidence().dialogs(index)).forEach(dialogs::set);
            } else if (isFlood(each) && isMostlyIn(dialogs, each.evidence().dialogs(index))) {
                explained.add(each);
            }
        }
        return explained;
    }

    private static boolean isFlood(Finding finding) {
        return finding.observation().orElseThrow().kind().isFlood();
    }

    private static boolean isMostlyIn(BitSet all, int[] dialogs) {
        return 2 * Arrays.stream(dialogs).filter(all::get).count() > dialogs.length;
    }

    private Incident incident(Joined group, IncidentIds ids) {
        List<Stage> stages = stages(group);
        Stage gravest = stages.stream()
                .max(Comparator.comparing(Incidents::severity).thenComparing(Stage::kind).thenComparing(Stage::outcome))
                .orElseThrow();
        IncidentKind kind = gravest.kind();
        Outcome outcome = gravest.outcome();
        List<IncidentKind> gravestFirst =
                stages.stream().map(Stage::kind).distinct().sorted(Comparator.reverseOrder()).toList();
        List<Observation> observations = group.findings.stream()
                .map(finding -> finding.observation().orElseThrow())
                .sorted(Comparator.comparingLong(Observation::fromNanos))
                .toList();
        Actors actors = actors(group, observations);
        Evidence evidence = evidence(group.findings);
        Map<String, ActorRole> roles = new TreeMap<>();
        actors.addresses().forEach(actor -> roles.put(actor, actorRoles.of(actor, group)));
        boolean haveTakenPart = certainty.haveTakenPart(actors.addresses(), evidence);
        Confidence confidence = certainty.of(Certainty.kind(observations), outcome, roles.values(), haveTakenPart);
        return new Incident(ids.of(evidence, group.fromNanos, actors.areForged()), 0, kind, stages, actors,
                victims(observations), accounts(observations), group.fromNanos, group.toNanos, outcome,
                severity(gravest), confidence, IncidentText.title(kind, group, outcome, actors.areForged()),
                story.of(group.findings), advice.of(gravestFirst, group, actors.areForged()),
                stages.stream()
                        .filter(stage -> !stage.isHarmless())
                        .map(Stage::kind)
                        .sorted()
                        .flatMap(each -> each.techniques().stream())
                        .distinct()
                        .toList(),
                observations.stream()
                        .flatMap(its -> its.keys().stream())
                        .distinct()
                        .limit(MOST_KEYS)
                        .sorted(Comparator.comparingInt(KeyMessage::message))
                        .toList(),
                observations.stream().flatMap(its -> its.notDetermined().stream()).distinct().toList(),
                alternatives.of(group, roles, confidence, haveTakenPart), evidence, group.findings);
    }

    /// Each kind of the findings as one stage, in the order of time; calls that were all refused
    /// used nothing, and are a stage of their own beside those that got through. An account is
    /// taken over before the toll fraud that it is used for, even if calls without its password
    /// came first.
    private List<Stage> stages(Joined group) {
        Map<IncidentKind, List<Finding>> byKind = new EnumMap<>(IncidentKind.class);
        List<Finding> refused = new ArrayList<>();
        for (Finding finding : group.findings) {
            IncidentKind kind = finding.observation().orElseThrow().kind();
            boolean isRefused = kind == IncidentKind.TOLL_FRAUD && finding.statement().outcome() == Outcome.ATTEMPTED;
            (isRefused ? refused : byKind.computeIfAbsent(kind, _ -> new ArrayList<>())).add(finding);
        }
        List<Stage> stages = new ArrayList<>();
        byKind.forEach((kind, findings) -> stages.add(stage(kind, findings)));
        if (!refused.isEmpty()) {
            stages.add(stage(IncidentKind.TOLL_FRAUD, refused));
        }
        stages.sort(
                Comparator.comparingLong(Stage::fromNanos).thenComparing(Stage::kind).thenComparing(Stage::outcome));
        int takeover = stages.stream().map(Stage::kind).toList().indexOf(IncidentKind.ACCOUNT_TAKEOVER);
        int fraud = 0;
        while (fraud < stages.size() && !stages.get(fraud).isUse()) {
            fraud++;
        }
        if (fraud < takeover) {
            stages.add(fraud, stages.remove(takeover));
        }
        return stages;
    }

    private Stage stage(IncidentKind kind, List<Finding> unordered) {
        List<Finding> findings = unordered.stream()
                .sorted(Comparator.comparingLong(its -> its.observation().orElseThrow().fromNanos()))
                .toList();
        List<Observation> observations = findings.stream().map(its -> its.observation().orElseThrow()).toList();
        Observation largest =
                observations.stream().max(Comparator.comparingInt(its -> its.hints().count())).orElseThrow();
        int others = observations.size() - 1;
        return new Stage(kind, observations.getFirst().fromNanos(),
                observations.stream().mapToLong(Observation::toNanos).max().orElse(0),
                findings.stream()
                        .map(its -> its.statement().outcome())
                        .max(Comparator.naturalOrder())
                        .orElse(Outcome.NOT_DETERMINED),
                observations.stream()
                        .flatMap(its -> its.actors().names().stream())
                        .distinct()
                        .sorted()
                        .limit(MOST_ACTORS)
                        .toList(),
                others == 0 ? largest.did()
                        : IncidentText.TEXTS.sentence("stage.others", largest.did(), count(others + 1)),
                largest.result(), evidence(findings), findings);
    }

    /// The severity of the gravest finding of a stage.
    private static Severity severity(Stage stage) {
        return Gravity.of(stage.findings());
    }

    private static Actors actors(Joined group, List<Observation> observations) {
        boolean areForged = !observations.isEmpty() && observations.stream().allMatch(its -> its.actors().areForged());
        int named = group.actors.size() + group.users.size();
        int sources = Math.max(named, observations.stream().mapToInt(its -> its.actors().sources()).max().orElse(0));
        return new Actors(
                areForged ? List.of()
                        : observations.stream()
                                .flatMap(its -> its.actors().addresses().stream())
                                .distinct()
                                .limit(MOST_ACTORS)
                                .toList(),
                sources, areForged, List.copyOf(group.fingerprints), group.users.stream().limit(MOST_ACTORS).toList(),
                observations.stream().flatMap(its -> its.actors().carriers().stream()).distinct().toList());
    }

    /// To whom it was done; hosts that were only scanned if nothing else was done.
    private static List<String> victims(List<Observation> observations) {
        List<Observation> harmed = without(IncidentKind.HOST_SCAN, observations).toList();
        return Stream
                .concat(harmed.stream().flatMap(its -> its.victims().stream()).sorted(),
                        harmed.stream().flatMap(its -> its.reached().stream()).sorted())
                .distinct()
                .toList();
    }

    /// The accounts it was done to or with; those that were only found to exist if nothing else
    /// was done.
    private static List<String> accounts(List<Observation> observations) {
        return without(IncidentKind.EXTENSION_ENUMERATION, observations).flatMap(its -> its.accounts().stream())
                .distinct()
                .toList();
    }

    /// The observations of other kinds; all if there is no graver one.
    private static Stream<Observation> without(IncidentKind kind, List<Observation> all) {
        boolean hasOthers = all.stream().anyMatch(its -> its.kind().compareTo(kind) > 0);
        return all.stream().filter(its -> !hasOthers || its.kind() != kind);
    }

    private Evidence evidence(List<Finding> findings) {
        return Evidence.ofMessages(
                findings.stream().flatMapToInt(its -> IntStream.of(its.evidence().messages(index))).toArray(),
                List.of());
    }

    /// Adds the findings of models to the incident that has most of their dialogs.
    private List<Incident> withModels(List<Incident> incidents, List<Finding> findings, Set<Finding> explained) {
        List<Finding> models =
                findings.stream().filter(its -> its.observation().isEmpty() || explained.contains(its)).toList();
        if (incidents.isEmpty() || models.isEmpty()) {
            return incidents;
        }
        Map<Integer, int[]> ofDialogs = incidentsOfDialogs(incidents);
        Map<Integer, List<Finding>> added = new TreeMap<>();
        for (Finding finding : models) {
            int[] dialogs = finding.evidence().dialogs(index);
            (explained.contains(finding) ? most(shared(dialogs, ofDialogs))
                    : half(shared(dialogs, ofDialogs), dialogs.length))
                    .ifPresent(i -> added.computeIfAbsent(i, _ -> new ArrayList<>()).add(finding));
        }
        List<Incident> result = new ArrayList<>(incidents);
        added.forEach((i, its) -> result.set(i, incidents.get(i).with(its)));
        return result;
    }

    /// The first incidents that each dialog belongs to.
    private Map<Integer, int[]> incidentsOfDialogs(List<Incident> incidents) {
        Map<Integer, int[]> ofDialogs = new HashMap<>();
        for (int i = 0; i < incidents.size(); i++) {
            int incident = i;
            for (int dialog : incidents.get(i).evidence().dialogs(index)) {
                ofDialogs.merge(dialog, new int[]{incident}, Incidents::append);
            }
        }
        return ofDialogs;
    }

    private static int[] append(int[] some, int[] another) {
        if (some.length == MOST_INCIDENTS_OF_A_DIALOG) {
            return some;
        }
        int[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = another[0];
        return all;
    }

    /// How many of these dialogs each incident has.
    private static Map<Integer, Integer> shared(int[] dialogs, Map<Integer, int[]> ofDialogs) {
        Map<Integer, Integer> shared = new TreeMap<>();
        for (int dialog : dialogs) {
            for (int incident : ofDialogs.getOrDefault(dialog, NONE)) {
                shared.merge(incident, 1, Integer::sum);
            }
        }
        return shared;
    }

    /// The first incident that has more than half of the dialogs.
    private static OptionalInt half(Map<Integer, Integer> shared, int dialogs) {
        return shared.entrySet()
                .stream()
                .filter(each -> 2 * each.getValue() > dialogs)
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    /// The first incident that has the most of the dialogs.
    private static OptionalInt most(Map<Integer, Integer> shared) {
        int most = shared.values().stream().mapToInt(count -> count).max().orElse(0);
        return half(shared, most);
    }
}
