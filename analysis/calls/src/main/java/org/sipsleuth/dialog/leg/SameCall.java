package org.sipsleuth.dialog.leg;

import java.util.ArrayList;
import java.util.List;

/// Settles how sure links are: a dialog may be sure to belong to a call without it being sure from
/// which of its legs it follows.
final class SameCall {

    /// Nothing that only seems so is surer.
    private static final double MOST = 0.97;

    private final double leastConfidence;

    /// The earliest leg of the call of each dialog, as far as it is known.
    private final int[] callOf;

    SameCall(int dialogs, double leastConfidence) {
        this.leastConfidence = leastConfidence;
        callOf = new int[dialogs];
        for (int dialog = 0; dialog < dialogs; dialog++) {
            callOf[dialog] = dialog;
        }
    }

    /// Settles links.
    ///
    /// @param links in the order in which their second dialogs began
    List<FoundLink> settle(List<FoundLink> links) {
        List<FoundLink> settled = new ArrayList<>(links.size());
        for (FoundLink found : links) {
            FoundLink now = found.rivals().isEmpty() ? found : found.settled(confidence(found));
            settled.add(now);
            boolean sure = now.link().confidence() >= leastConfidence;
            int second = now.link().second();
            if (sure && callOf[second] == second) {
                callOf[second] = callOf[now.link().first()];
            }
        }
        return settled;
    }

    private double confidence(FoundLink found) {
        int call = callOf[found.link().first()];
        double sum = 0;
        for (FoundLink.Rival rival : found.rivals()) {
            sum += callOf[rival.dialog()] == call ? rival.share() : 0;
        }
        return Math.min(MOST, sum);
    }
}
