package org.sipsleuth.incident;

import static org.sipsleuth.sentence.Sentence.count;
import static org.sipsleuth.sentence.Sentence.joined;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// What to do about incidents: about their actors by [AdviceTable], then what the texts of their
/// kinds advise to protect the place. Every incident has at least one action.
final class Advice {

    /// Of many actors, so many are advised about.
    private static final int MOST_ACTORS = 50;

    private static final int MOST_ACTIONS = 6;

    /// Who is to be blocked is named; more than that are in the list of the actors.
    private static final int MOST_NAMES = 12;

    private final ActorRoles roles;

    Advice(ActorRoles roles) {
        this.roles = roles;
    }

    /// What actors are treated as.
    private enum As {
        HOSTS,
        /// Hosts through which others work.
        SHARED,
        /// Users, behind hosts that are no actors.
        CALLERS
    }

    /// Which actors are treated alike.
    private record Treated(Measure measure, As what) {}

    private record Concerned(Set<String> hosts, Set<String> users) {}

    /// What to do next, for the gravest kinds first.
    List<Action> of(List<IncidentKind> gravestFirst, Joined group, boolean areForged) {
        Map<Treated, Concerned> treated = new LinkedHashMap<>();
        Set<ActorRole> found = EnumSet.noneOf(ActorRole.class);
        for (IncidentKind kind : gravestFirst) {
            for (Finding finding : group.findings) {
                Observation done = finding.observation().orElseThrow();
                if (done.kind() == kind) {
                    treat(done, group, treated, found);
                }
            }
        }
        if (treated.keySet().stream().anyMatch(each -> each.measure() != Measure.WATCH)) {
            treated.keySet().removeIf(each -> each.measure() == Measure.WATCH);
        }
        List<Action> actions = new ArrayList<>();
        treated.forEach((how, concerned) -> actions.add(action(how, concerned, group)));
        boolean areStrangers = found.contains(ActorRole.OUTSIDER) || found.contains(ActorRole.INSIDER)
                || found.contains(ActorRole.UNNAMED);
        protect(gravestFirst, group, areForged, areStrangers, actions);
        actions.sort(Comparator.comparing(each -> each.measure() == Measure.TRACE)); // takes longest
        return actions.stream().limit(MOST_ACTIONS).toList();
    }

    private void treat(Observation done, Joined group, Map<Treated, Concerned> treated, Set<ActorRole> found) {
        Actors actors = done.actors();
        if (actors.areUsers()) {
            found.add(ActorRole.CARRIED);
            Measure measure =
                    done.isMinor() ? Measure.WATCH : AdviceTable.of(ActorRole.CARRIED, done.kind());
            Concerned callers = concerned(new Treated(measure, As.CALLERS), treated);
            callers.hosts().addAll(actors.carriers());
            callers.users().addAll(actors.users());
            return;
        }
        if (actors.areForged() || actors.addresses().isEmpty()) {
            ActorRole role = actors.areForged() ? ActorRole.FORGED : ActorRole.UNNAMED;
            found.add(role);
            concerned(role, done, treated);
            return;
        }
        for (String actor : actors.addresses().subList(0, Math.min(MOST_ACTORS, actors.addresses().size()))) {
            ActorRole role = roles.of(actor, group);
            found.add(role);
            concerned(role, done, treated).hosts().add(actor);
        }
    }

    private static Concerned concerned(ActorRole role, Observation done, Map<Treated, Concerned> treated) {
        As what = role == ActorRole.SHARED ? As.SHARED : As.HOSTS;
        Concerned concerned = concerned(new Treated(AdviceTable.of(role, done.kind()), what), treated);
        concerned.users().addAll(done.accounts());
        return concerned;
    }

    private static Concerned concerned(Treated how, Map<Treated, Concerned> treated) {
        return treated.computeIfAbsent(how, _ -> new Concerned(new LinkedHashSet<>(), new LinkedHashSet<>()));
    }

    private Action action(Treated how, Concerned concerned, Joined group) {
        List<String> hosts = List.copyOf(concerned.hosts());
        Sentence names = IncidentText.names(hosts.stream().map(Sentence::host).toList(), MOST_NAMES);
        int most = how.what() == As.CALLERS ? MOST_NAMES : IncidentText.MOST_NAMES;
        Sentence users = IncidentText.names(concerned.users().stream().map(Sentence::user).toList(), most);
        Sentence writing = joined(Sentence.Punctuation.SEMICOLON,
                group.fingerprints.stream().limit(1).map(Sentence::captured).toList());
        int working = hosts.stream().mapToInt(roles::working).sum();
        Sentence what = IncidentText.TEXTS.sentence("do." + variant(how, concerned, group), names, users, writing,
                count(hosts.size()));
        boolean isShared = how.what() == As.SHARED;
        Sentence cost = isShared ? IncidentText.TEXTS.sentence("do.shared", names, count(working)) : Sentence.none();
        return new Action(how.measure(), hosts, working, Sentence.paragraph(what, cost));
    }

    /// Which text of a measure fits what is known.
    private static String variant(Treated how, Concerned concerned, Joined group) {
        Measure measure = how.measure();
        boolean hasUsers = !concerned.users().isEmpty();
        return switch (measure) {
            case CORRECT_PASSWORD ->
                    hasUsers ? measure.word() + (how.what() == As.SHARED ? ".shared" : ".users") : measure.word();
            case ASK_USER, BAR_NUMBERS, BAR_USERS -> hasUsers ? measure.word() + ".users" : measure.word();
            case BAR_WRITING -> group.fingerprints.isEmpty() ? "watch.all" : measure.word();
            case WATCH -> concerned.hosts().isEmpty() ? "watch.all"
                    : how.what() == As.CALLERS ? "watch.callers"
                    : measure.word();
            case BAR_CALLERS, BLOCK, FIND, TRACE, EXAMINE, ASK_OPERATOR, LOOK_BEHIND, ALLOW, PROTECT -> measure.word();
        };
    }

    /// Adds what protects the place: against strangers or forged addresses, then against anybody.
    private static void protect(List<IncidentKind> gravestFirst, Joined group, boolean areForged, boolean areStrangers,
            List<Action> actions) {
        Set<String> said = new HashSet<>(); // kinds may word the same alike
        Sentence actors = IncidentText.names(group.actorNames());
        Sentence victims = IncidentText.names(group.victims.stream().map(Sentence::host).toList());
        for (IncidentKind kind : gravestFirst) {
            Sentence accounts = IncidentText.names(IncidentText.accountsOf(kind, group));
            MethodTexts texts = kind.texts();
            boolean hasForged = areForged && texts.find("advice.forged.1").isPresent();
            Stream<String> bases = Stream.concat(hasForged ? Stream.of("advice.forged.")
                    : areStrangers || areForged ? Stream.of("advice.")
                    : Stream.of(), Stream.of("advice.any."));
            Stream<String> open = accounts.isEmpty() ? Stream.of("advice.open.") : Stream.of();
            Stream.concat(open, bases)
                    .flatMap(base -> keys(texts, base))
                    .filter(key -> !accounts.isEmpty() || !texts.shows(key, 0))
                    .filter(key -> !actors.isEmpty() || !texts.shows(key, 1))
                    .map(key -> texts.sentence(key, accounts, actors, victims))
                    .filter(sentence -> said.add(sentence.text()))
                    .forEach(sentence -> actions.add(Action.protecting(sentence)));
        }
    }

    private static Stream<String> keys(MethodTexts texts, String base) {
        return Stream.iterate(1, i -> texts.find(base + i).isPresent(), i -> i + 1).map(i -> base + i);
    }
}
