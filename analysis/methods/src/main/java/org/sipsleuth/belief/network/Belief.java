package org.sipsleuth.belief.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// What is believed of the traffic of a period.
///
/// @param classes how much of each class; sums to 1
/// @param isContradiction whether the tables exclude every class, so that nothing can be concluded;
///     the classes are then those of the prior
public record Belief(ClassVector classes, boolean isContradiction) {

    /// From this belief on, a set of classes is a statement.
    public static final double SURE = 0.9;

    /// The class that is believed most.
    public TrafficClass leading() {
        return classes.leading();
    }

    /// The class that is believed most after the leading one.
    public TrafficClass runnerUp() {
        return classes.runnerUp();
    }

    /// The smallest set of classes that together are believed at least [#SURE], the most probable
    /// first: one class where the belief is clear, all that come into question where it is not.
    public List<TrafficClass> classSet() {
        List<TrafficClass> byBelief = new ArrayList<>(TrafficClass.all());
        byBelief.sort(Comparator.comparingDouble(each -> -classes.get(each))); // stable
        List<TrafficClass> set = new ArrayList<>();
        double sum = 0;
        for (TrafficClass each : byBelief) {
            if (sum >= SURE) {
                break;
            }
            set.add(each);
            sum += classes.get(each);
        }
        return set;
    }

    /// How much the leading class is believed, in [0, 1].
    public double strength() {
        return classes.get(leading());
    }

    /// How much it is believed that the traffic is of one of these classes, in [0, 1].
    public double strengthOf(Collection<TrafficClass> any) {
        return Math.min(1, any.stream().mapToDouble(classes::get).sum());
    }

    /// How much it is believed that the traffic is an attack of whatever class, in [0, 1].
    public double attack() {
        double attack = 0; // not 1 less the other: that would lose the smallest ones
        for (TrafficClass each : TrafficClass.all()) {
            attack += each.isAttack() ? classes.get(each) : 0;
        }
        return Math.min(1, attack);
    }
}
