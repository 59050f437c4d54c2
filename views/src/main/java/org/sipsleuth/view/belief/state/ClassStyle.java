package org.sipsleuth.view.belief.state;

import org.sipsleuth.belief.network.TrafficClass;

/// The look of what stands for a traffic class.
public final class ClassStyle {

    private ClassStyle() {}

    /// The CSS class: that of the same class in the ground truth.
    public static String styleClass(TrafficClass trafficClass) {
        return "belief-" + trafficClass.word().replace('_', '-');
    }
}
