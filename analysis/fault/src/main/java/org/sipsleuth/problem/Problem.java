package org.sipsleuth.problem;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// A cause with all dialogs that it affects: one row of the problems of a capture.
///
/// @param kind as [DialogCause#kind]
/// @param key as [DialogCause#key]
/// @param severity how many are affected decides it ([ProblemSeverity])
/// @param title in a few words, beginning with a capital
/// @param explanation what it means: with the values of all of its dialogs where they differ in a few,
///     else in the first of them
/// @param explanations what it means in each of its dialogs, in their order; one where it is the same
///     in all
/// @param advice what to do, beginning with a verb; says nothing where nothing can be done
/// @param source the RFC and section that it rests on; empty where there is none
/// @param dialogs those that it affects, in order; none where no message of them was captured whole
/// @param calls how many calls they are; legs of one call count once
/// @param isFailure whether somebody could not do what they wanted
/// @param users who is affected, those first that are so first
/// @param fromNanos when the first of its dialogs began, in ns since the epoch
/// @param toNanos when the last of them ended
/// @param evidence the messages that show it
/// @param frames the frames without a message that show it
public record Problem(String kind, String key, Severity severity, Sentence title, Sentence explanation,
        List<Sentence> explanations, Sentence advice, String source, List<Integer> dialogs, int calls,
        boolean isFailure, List<String> users, long fromNanos, long toNanos, Evidence evidence,
        List<FrameNumber> frames) {

    /// Takes copies.
    public Problem {
        explanations = List.copyOf(explanations);
        dialogs = List.copyOf(dialogs);
        users = List.copyOf(users);
        frames = List.copyOf(frames);
    }

    /// The first frames that show it.
    public List<FrameNumber> firstFrames(SipIndex index, int most) {
        return Stream.concat(evidence.frames(index, most).first().stream(), frames.stream()).limit(most).toList();
    }

    /// The first message of a dialog that shows it; empty where only streams or frames do.
    public OptionalInt firstMessage(SipIndex index, int dialog) {
        return evidence.isOfMessages()
                ? IntStream.of(evidence.messages(index))
                        .filter(each -> index.messages().dialog(each) == dialog)
                        .findFirst()
                : OptionalInt.empty();
    }

    /// The title with the first explanation, as one sentence names a problem.
    public Sentence sentence() {
        return Sentence.joined(Sentence.Punctuation.SPACE,
                List.of(Sentence.row(title, Sentence.Punctuation.STOP), explanation));
    }
}
