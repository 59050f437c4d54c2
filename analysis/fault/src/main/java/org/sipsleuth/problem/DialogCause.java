package org.sipsleuth.problem;

import java.util.List;
import java.util.stream.Stream;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.sentence.Sentence;

/// What went wrong in a dialog.
///
/// @param kind the same for the same kind of problem everywhere: `no_ack`, `no_response`
/// @param key the same for the same cause: the kind with what tells its causes apart, as the method
///     or the status code
/// @param title in a few words
/// @param explanation what that means in this dialog, in sentences
/// @param source the RFC and section that it rests on; empty where there is none
/// @param advice what to do, beginning with a verb; says nothing where nothing can be done
/// @param messages the numbers of the messages that show it
/// @param isFailure whether somebody could not do what they wanted
/// @param streams the media streams that show it
/// @param frames the frames without a message that show it, as packets of those streams
public record DialogCause(String kind, String key, Sentence title, Sentence explanation, Sentence advice, String source,
        List<Integer> messages, boolean isFailure, List<MediaStream> streams, List<FrameNumber> frames) {

    /// Takes copies.
    public DialogCause {
        messages = List.copyOf(messages);
        streams = List.copyOf(streams);
        frames = List.copyOf(frames);
    }

    /// The same of an attacker, who is not to get what is asked for.
    DialogCause ofAttacker() {
        return new DialogCause(kind, key, title, explanation, Advice.ofAttacker(), source, messages, false, streams,
                frames);
    }

    /// The same with what shows it a second time in its dialog, as for another account.
    DialogCause with(DialogCause again) {
        return new DialogCause(kind, key, title, explanation, advice, source,
                Stream.concat(messages.stream(), again.messages.stream()).distinct().toList(),
                isFailure || again.isFailure, streams, frames);
    }

    /// One that no stream shows.
    DialogCause(String kind, String key, Sentence title, Sentence explanation, Sentence advice, String source,
            List<Integer> messages, boolean isFailure) {
        this(kind, key, title, explanation, advice, source, messages, isFailure, List.of(), List.of());
    }
}
