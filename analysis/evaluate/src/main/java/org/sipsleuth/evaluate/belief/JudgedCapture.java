package org.sipsleuth.evaluate.belief;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.read.IndexTruth;

/// What the periods of a capture are by its ground truth: those of each attack, and those of
/// sources without any part in one.
///
/// @param attacks the attacks that have a class, in the order of the truth
/// @param normal the sources with normal traffic
/// @param leftOut how many attacks have no class in the tree
record JudgedCapture(List<Row> attacks, List<Source> normal, int leftOut) {

    /// An attack.
    ///
    /// @param file the capture
    /// @param facts what the truth says
    /// @param truth its class
    /// @param periods the periods of its actors that have enough messages, or of the addresses that
    ///     flood its target together
    /// @param weights how many of its messages are in each of them
    record Row(String file, AttackFacts facts, TrafficClass truth, List<Observation> periods, List<Integer> weights) {

        /// The class that most of its messages have; empty if there is no period with enough
        /// messages, or nothing can be concluded.
        Optional<TrafficClass> classify(PeriodClassifier classifier) {
            Map<TrafficClass, Integer> counts = new EnumMap<>(TrafficClass.class);
            for (int i = 0; i < periods.size(); i++) {
                int weight = weights.get(i);
                classifier.classify(periods.get(i)).ifPresent(each -> counts.merge(each, weight, Integer::sum));
            }
            return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        }
    }

    /// A source with normal traffic.
    ///
    /// @param name of the capture and the source
    /// @param role what it is
    /// @param periods those with enough messages and without a message of an attack
    record Source(String name, String role, List<Observation> periods) {}

    /// The class of an attack's kind; empty for those that the tree has no class of.
    static Optional<TrafficClass> classOf(AttackKind kind) {
        return switch (kind) {
            case HOST_SCAN, EXTENSION_ENUMERATION -> Optional.of(TrafficClass.SCAN);
            case PASSWORD_GUESSING -> Optional.of(TrafficClass.PASSWORD_CRACKING);
            case SPIT -> Optional.of(TrafficClass.SPIT);
            case INVITE_FLOOD, REGISTER_FLOOD, OPTIONS_FLOOD, OTHER_FLOOD -> Optional.of(TrafficClass.DOS);
            case FIREWALL_PINHOLE -> Optional.of(TrafficClass.FIREWALL_TRAVERSAL);
            case ACCOUNT_TAKEOVER, TOLL_FRAUD, RESPONSE_FLOOD, MALFORMED_MESSAGES, FUZZING, SESSION_TEARDOWN,
                    REGISTRATION_HIJACK, MEDIA_REDIRECT, CALL_HIJACK, ROGUE_CHALLENGE, REMOTE_CONTROL, MESSAGE_SPAM,
                    VOICEMAIL_PROBING, COVERT_CHANNEL, UNUSUAL_DIALOGS, SOCIAL_ANOMALY, CONTENT_ANOMALY ->
                    Optional.empty();
        };
    }

    /// Judges a capture.
    ///
    /// @param truth empty for one without attack
    /// @param leastMessages periods with fewer are left out
    static JudgedCapture of(String file, Periods periods, Optional<IndexTruth> truth, int leastMessages) {
        Map<Attack, Row> rows = new LinkedHashMap<>();
        int leftOut = 0;
        for (AttackFacts facts : truth.map(IndexTruth::attacks).orElse(List.of())) {
            Optional<TrafficClass> its = facts.attack().kind().flatMap(JudgedCapture::classOf);
            if (its.isPresent()) {
                rows.put(facts.attack(), new Row(file, facts, its.get(), new ArrayList<>(), new ArrayList<>()));
            } else {
                leftOut++;
            }
        }
        Map<Integer, Source> normal = new LinkedHashMap<>();
        for (Period period : periods.all()) {
            if (period.messages() < leastMessages) {
                continue;
            }
            Map<Attack, Integer> counts = new HashMap<>();
            boolean isNormal = count(periods, period, truth, counts);
            counts.forEach((attack, count) -> {
                Row row = rows.get(attack);
                if (row != null) {
                    row.periods().add(period.observation());
                    row.weights().add(count);
                }
            });
            if (isNormal) {
                normal.computeIfAbsent(period.group(), _ -> source(file, periods, period))
                        .periods()
                        .add(period.observation());
            }
        }
        return new JudgedCapture(List.copyOf(rows.values()), List.copyOf(normal.values()), leftOut);
    }

    /// Counts the messages of each attack that their source began.
    ///
    /// @return whether no message belongs to an attack
    private static boolean count(Periods periods, Period period, Optional<IndexTruth> truth,
            Map<Attack, Integer> counts) {
        if (truth.isEmpty()) {
            return true;
        }
        SipIndex index = periods.events().index();
        boolean isNormal = true;
        for (int message : periods.messages(period)) {
            Optional<Attack> attack = truth.get().ofMessage(message).flatMap(it -> it.attack());
            if (attack.isPresent()) {
                isNormal = false;
                int first = index.dialogs().firstMessage(index.messages().dialog(message));
                if (periods.events().source(first) == periods.events().source(message)) {
                    counts.merge(attack.get(), 1, Integer::sum);
                }
            }
        }
        return isNormal;
    }

    private static Source source(String file, Periods periods, Period period) {
        Observation observation = period.observation();
        Variable role = Variable.SOURCE_ROLE;
        String its = "unknown";
        for (int i = 0; i < role.categories().size(); i++) {
            its = observation.count(role, i) > 0 ? role.categories().get(i) : its;
        }
        String name = file + " " + periods.events().sourceName(period.group());
        return new Source(name, its, new ArrayList<>());
    }
}
