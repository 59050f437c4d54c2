package org.sipsleuth.alignment;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.alignment.words.MessageKind;

/// Slides inserted and deleted pieces along equal messages to where they read best. In `INVITE 200
/// ACK INVITE 200 ACK` the first three messages may be too much, the last three, or `200 ACK
/// INVITE` in between: all cost the same.
final class EditSlides {

    private final List<String> known;
    private final List<String> other;
    private final EditStep[] steps;

    /// @param steps changed by [#settle]
    EditSlides(List<String> known, List<String> other, EditStep[] steps) {
        this.known = known;
        this.other = other;
        this.steps = steps;
    }

    /// Slides each piece. A piece that touches another edit stays where it is, and none is made to.
    void settle() {
        int i = 0;
        int j = 0;
        int start = 0;
        while (start < steps.length) {
            EditStep step = steps[start];
            int end = start + 1;
            while (end < steps.length && steps[end] == step) {
                end++;
            }
            int slid = switch (step) {
                case INSERT -> slide(other, start, end, j);
                case DELETE -> slide(known, start, end, i);
                case SUBSTITUTE, MATCH -> 0;
            };
            i += step.known * (end - start) + slid;
            j += step.other * (end - start) + slid;
            start = end + slid;
        }
    }

    /// @param sequence that holds the piece
    /// @param from the steps of the piece
    /// @param place where it begins in the sequence
    /// @return how far it was slid to the right, or 0
    private int slide(List<String> sequence, int from, int to, int place) {
        if (!isFree(from - 1) || !isFree(to)) {
            return 0;
        }
        int length = to - from;
        int left = 0;
        while (canPass(from - left - 1, from - left - 2)
                && equal(sequence, place - left - 1, place - left - 1 + length)) {
            left++;
        }
        int right = 0;
        while (canPass(to + right, to + right + 1) && equal(sequence, place + right, place + right + length)) {
            right++;
        }
        int best = bestPlace(sequence, place - left, place + right, length) - place;
        EditStep edit = steps[from];
        Arrays.fill(steps, from, to, EditStep.MATCH);
        Arrays.fill(steps, from + best, to + best, edit);
        return Math.max(best, 0);
    }

    /// The last place where the piece begins with a new request; else the last where it reads as at
    /// the first, if that is another; else the last.
    private static int bestPlace(List<String> sequence, int first, int last, int length) {
        for (int place = last; place >= first; place--) {
            if (MessageKind.opens(sequence.get(place))) {
                return place;
            }
        }
        return last - first >= length ? last - (last - first) % length : last;
    }

    private static boolean equal(List<String> sequence, int one, int other) {
        return sequence.get(one).equals(sequence.get(other));
    }

    /// Whether there is a match to slide over, and no edit behind it.
    private boolean canPass(int step, int behind) {
        return step >= 0 && step < steps.length && steps[step] == EditStep.MATCH && isFree(behind);
    }

    private boolean isFree(int step) {
        return step < 0 || step >= steps.length || steps[step] == EditStep.MATCH;
    }
}
