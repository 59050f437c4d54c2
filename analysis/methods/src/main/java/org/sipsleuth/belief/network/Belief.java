package org.sipsleuth.belief.network;

/// What is believed of the traffic of a period.
///
/// @param classes how much of each class; sums to 1
/// @param isContradiction whether the tables exclude every class, so that nothing can be concluded;
///     the classes are then those of the prior
public record Belief(ClassVector classes, boolean isContradiction) {

    /// The class that is believed most.
    public TrafficClass leading() {
        return classes.leading();
    }

    /// The class that is believed most after the leading one.
    public TrafficClass runnerUp() {
        return classes.runnerUp();
    }

    /// How much the leading class is believed, in [0, 1].
    public double strength() {
        return classes.get(leading());
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
