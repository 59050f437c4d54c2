package org.sipsleuth.view.belief.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;

/// What is believed of a source in each of its periods, counted. Immutable.
///
/// @param groups the periods by what is believed of them: attacks first, most periods first; normal
///     traffic last
/// @param tooFew how many periods have too few messages
/// @param contradictions how many periods the tables exclude
/// @param attacks the classes of periods above the reporting threshold
public record SourceVerdicts(List<Group> groups, int tooFew, int contradictions, Set<TrafficClass> attacks) {

    /// Periods of which the same is believed.
    ///
    /// @param classes one where the belief is clear, otherwise all that come into question, in
    ///     their order
    /// @param periods how many there are
    /// @param highest the place of the one with the highest belief in these classes
    /// @param strength that belief
    public record Group(List<TrafficClass> classes, int periods, int highest, double strength) {

        /// Takes a copy.
        public Group {
            classes = List.copyOf(classes);
        }

        /// Whether it is normal traffic and nothing else.
        public boolean isNormal() {
            return classes.equals(List.of(TrafficClass.NORMAL));
        }

        private Group with(int place, double belief) {
            boolean isHigher = belief > strength;
            return new Group(classes, periods + 1, isHigher ? place : highest, isHigher ? belief : strength);
        }
    }

    private static final Comparator<Group> ORDER = Comparator.comparing(Group::isNormal)
            .thenComparingInt(group -> group.classes().size())
            .thenComparingInt(group -> -group.periods())
            .thenComparing(group -> group.classes().getFirst());

    /// Takes copies.
    public SourceVerdicts {
        groups = List.copyOf(groups);
        attacks = Set.copyOf(attacks);
    }

    static SourceVerdicts of(SourcePeriods periods) {
        Map<Set<TrafficClass>, Group> groups = new LinkedHashMap<>();
        Set<TrafficClass> attacks = EnumSet.noneOf(TrafficClass.class);
        int tooFew = 0;
        int contradictions = 0;
        for (int i = 0; i < periods.all().size(); i++) {
            Belief belief = periods.beliefs().get(i);
            Standing standing = periods.standing(i);
            tooFew += standing == Standing.TOO_FEW ? 1 : 0;
            contradictions += standing == Standing.CONTRADICTION ? 1 : 0;
            if (standing == Standing.BELIEVED) {
                Set<TrafficClass> classes = EnumSet.copyOf(belief.classSet());
                double strength = belief.strengthOf(classes);
                Group before = groups.getOrDefault(classes, new Group(List.copyOf(classes), 0, i, -1));
                groups.put(classes, before.with(i, strength));
                if (SourcePeriods.isSuspect(belief)) {
                    attacks.add(belief.leading());
                }
            }
        }
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort(ORDER);
        return new SourceVerdicts(sorted, tooFew, contradictions, attacks);
    }
}
