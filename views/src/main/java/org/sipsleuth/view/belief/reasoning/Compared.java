package org.sipsleuth.view.belief.reasoning;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.LeafReasoning;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.network.TrafficClass;

/// Two classes whose evidence is compared, as base-10 logarithms of odds: those of the prior and of
/// all leaves add up to those of the belief.
///
/// @param first evidence for it is above 0
/// @param other evidence for it is below 0
record Compared(TrafficClass first, TrafficClass other) {

    /// A class against normal traffic, or against the class that is believed most after it where
    /// normal traffic is the class or is excluded.
    static Compared of(TrafficClass first, Reasoning reasoning) {
        ClassVector classes = reasoning.belief().classes();
        boolean isUsual = first != TrafficClass.NORMAL && reasoning.excluding(TrafficClass.NORMAL).isEmpty();
        return new Compared(first,
                isUsual ? TrafficClass.NORMAL : first == classes.leading() ? classes.runnerUp() : classes.leading());
    }

    /// The evidence of a leaf; infinite if it excludes one class, NaN if both; 0 if it has none.
    double of(LeafReasoning leaf) {
        return leaf.speaks() ? of(leaf.message()) : 0;
    }

    /// What the prior adds.
    double ofPrior(Reasoning reasoning) {
        return of(reasoning.prior());
    }

    /// What all add up to: the logarithm of the odds of the two beliefs.
    double sum(Reasoning reasoning) {
        double sum = ofPrior(reasoning);
        for (LeafReasoning leaf : reasoning.leaves()) {
            sum += of(leaf);
        }
        return sum;
    }

    /// The largest finite number among all of them, by its distance from 0; at least 1.
    double scale(Reasoning reasoning) {
        double most = 1;
        for (LeafReasoning leaf : reasoning.leaves()) {
            most = larger(most, of(leaf));
        }
        return larger(larger(most, ofPrior(reasoning)), sum(reasoning));
    }

    private static double larger(double most, double value) {
        return Double.isFinite(value) ? Math.max(most, Math.abs(value)) : most;
    }

    private double of(ClassVector vector) {
        return StrictMath.log10(vector.get(first)) - StrictMath.log10(vector.get(other));
    }

    /// The same class against each other one.
    List<Compared> againstAll() {
        return TrafficClass.all()
                .stream()
                .filter(each -> each != first)
                .map(each -> new Compared(first, each))
                .toList();
    }

    /// A number with its sign: `+2.37110`, with so many decimals that twenty of them add up to a
    /// belief right to four; `−∞` where a class is excluded, `–` where both are.
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+∞" : "−∞";
        }
        return String.format(Locale.ROOT, "%+.5f", value + 0.0).replace('-', '−');
    }
}
