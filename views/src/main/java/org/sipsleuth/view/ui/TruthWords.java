package org.sipsleuth.view.ui;

import java.util.Locale;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.TruthLabel;

/// How the ground truth of a capture is shown: the class by a word, with a colour beside it.
public final class TruthWords {

    private TruthWords() {}

    /// A class in words: `password cracking`.
    public static String of(TrafficClass trafficClass) {
        return Texts.text("truth.class." + trafficClass.text());
    }

    /// A class with the attack that it belongs to: `scan A1`.
    public static String of(TruthLabel label) {
        String word = of(label.trafficClass());
        return label.attack().map(Attack::id).map(id -> word + " " + id).orElse(word);
    }

    /// The CSS class of what stands for a class, e.g. `truth-password-cracking`.
    public static String styleClass(TrafficClass trafficClass) {
        return "truth-" + trafficClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
