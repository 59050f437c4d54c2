package org.sipsleuth.view.belief.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.TrafficClass;

/// The classes that come into question: one where the belief is clear, several where it is not.
public final class ClassSets {

    /// From this belief on, a set of classes is a statement.
    private static final double SURE = 0.9;

    private ClassSets() {}

    /// The smallest set of classes that together are believed at least 0.9, in the order of the
    /// classes.
    public static Set<TrafficClass> of(Belief belief) {
        List<TrafficClass> byBelief = new ArrayList<>(TrafficClass.all());
        byBelief.sort(Comparator.comparingDouble(each -> -belief.classes().get(each)));
        Set<TrafficClass> set = EnumSet.noneOf(TrafficClass.class);
        double sum = 0;
        for (TrafficClass each : byBelief) {
            if (sum < SURE) {
                set.add(each);
                sum += belief.classes().get(each);
            }
        }
        return set;
    }

    /// How much is believed that the traffic is of one of these classes.
    public static double strength(Belief belief, Set<TrafficClass> classes) {
        return Math.min(1, classes.stream().mapToDouble(belief.classes()::get).sum());
    }
}
