package org.sipsleuth.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.media.fault.MediaFault;
import org.sipsleuth.media.fault.MediaFaults;
import org.sipsleuth.sentence.Sentence;

/// Words the faults of media as causes of their dialogs.
final class MediaCauses {

    private MediaCauses() {}

    /// By dialog. What may be due to the capture instead is no failure.
    static Map<Integer, List<DialogCause>> of(MediaFaults faults) {
        Map<Integer, List<DialogCause>> causes = new HashMap<>();
        for (MediaFault fault : faults.faults()) {
            causes.computeIfAbsent(fault.dialog(), _ -> new ArrayList<>()).add(cause(fault));
        }
        return causes;
    }

    /// What asks for other advice is a problem of its own: `jitter sender`.
    private static String key(MediaFault fault) {
        String own = fault.kind().id() + " " + fault.due();
        return !Advice.ofKey(own).isEmpty() ? own : fault.kind().id();
    }

    private static DialogCause cause(MediaFault fault) {
        String key = key(fault);
        return new DialogCause(fault.kind().id(), key, ProblemTitle.of(fault.kind(), key),
                Sentence.english(fault.text()), Advice.ofKey(key), fault.kind().source(), fault.messages(),
                !fault.kind().isInformation() && fault.doubts().isEmpty(), fault.streams(), fault.frames());
    }
}
