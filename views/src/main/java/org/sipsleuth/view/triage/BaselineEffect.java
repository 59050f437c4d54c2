package org.sipsleuth.view.triage;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Familiarity;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.model.Training;
import org.sipsleuth.pipeline.CleanBaseline;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.InvestigationChanges;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.BaselineExtension;
import org.sipsleuth.sequence.unknown.NoveltyDetection;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.SequenceDetector;
import org.sipsleuth.text.FileName;
import org.sipsleuth.triage.TriageCause;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriageJoined;
import org.sipsleuth.triage.TriageQueue;
import org.sipsleuth.view.ui.Texts;

/// A model whose baseline has the safe dialogs of a capture, and what it changes in what is found
/// there. The model is not in use yet.
///
/// @param before the model in use
/// @param model the new one
/// @param added the safe rows of which dialogs were added
/// @param dialogs how many dialogs were added
/// @param leftOut how many safe dialogs were not, as they belong to incidents or have
///     another step that is not safe
/// @param changes in findings and incidents
/// @param unknownBefore how many rows its queue has
/// @param unknownAfter how many that of the new one has
/// @param alsoKnown rows that nobody judged safe and that the new one knows, since it knows
///     each of their steps
record BaselineEffect(SequenceModel before, SequenceModel model, List<TriageItem> added, int dialogs, int leftOut,
        InvestigationChanges changes, int unknownBefore, int unknownAfter, List<TriageItem> alsoKnown) {

    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_NAME = 200;

    BaselineEffect {
        added = List.copyOf(added);
        alsoKnown = List.copyOf(alsoKnown);
    }

    /// What it is computed from.
    ///
    /// @param safe the rows of the queue that were judged safe
    /// @param dialogs those in which every step of the queue was judged safe
    /// @param detections all that was found in the capture, that of the model in use among them
    /// @param methods find the incidents whose dialogs no model may learn
    /// @param program the version of the program
    record Request(TriageQueue queue, List<TriageItem> safe, BitSet dialogs, SequenceDetection detection,
            List<Detection> detections, Methods methods, String program, Instant now) {

        Request {
            safe = List.copyOf(safe);
            dialogs = (BitSet) dialogs.clone();
            detections = List.copyOf(detections);
        }
    }

    /// The dialogs of incidents: of those that training leaves out, and of those that the window
    /// shows, whatever models found them.
    private static BitSet attacks(SipIndex index, Request request, RunMonitor monitor) throws IOException {
        BitSet attacks = new BitSet();
        attacks.or(CleanBaseline.of(index, request.methods(), monitor).leftOut());
        List<Detection> others =
                request.detections().stream().filter(each -> !each.equals(request.detection())).toList();
        Investigation found = Investigation.of(index, others);
        for (Incident incident : found.incidents()) {
            for (int dialog : incident.evidence().dialogs(found.index())) {
                attacks.set(dialog);
            }
        }
        return attacks;
    }

    /// The dialogs that have a step of a row that is not safe, in whatever network: a model knows steps.
    private static BitSet unsafe(Request request, RunMonitor monitor) {
        Set<Part> safe = request.safe().stream().map(BaselineEffect::part).collect(Collectors.toSet());
        Set<TriageCause> rows = new HashSet<>();
        request.queue()
                .items()
                .stream()
                .filter(item -> !safe.contains(part(item)))
                .flatMap(BaselineEffect::causes)
                .forEach(rows::add);
        BitSet unsafe = new BitSet();
        request.detection().novelty().map(NoveltyDetection::novelty).ifPresent(novelty -> {
            for (int unit = 0; unit < novelty.units().size(); unit++) {
                monitor.throwIfCancelled();
                int dialog = novelty.units().dialog(unit);
                if (request.dialogs().get(dialog)
                        && novelty.unseen(unit).stream().map(TriageCause::of).anyMatch(rows::contains)) {
                    unsafe.set(dialog);
                }
            }
        });
        return unsafe;
    }

    /// What identifies a row of a capture.
    private record Row(TriageCause cause, int network) {}

    /// A row of some incidents, or of none.
    private record Part(Row row, List<String> incidents) {}

    private static Part part(TriageItem item) {
        return new Part(row(item), item.incidents().stream().map(Incident::id).toList());
    }

    private static Row row(TriageItem item) {
        return new Row(item.cause(), item.network());
    }

    private static Stream<TriageCause> causes(TriageItem item) {
        return Stream.concat(Stream.of(item.cause()), item.alsoBy().stream().map(TriageJoined::cause));
    }

    /// Trains the model, and looks at the capture with it.
    ///
    /// @return empty if all safe dialogs belong to incidents, or have a step that is not safe
    /// @throws IOException if the capture cannot be read any more
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static Optional<BaselineEffect> of(Request request, RunMonitor monitor) throws IOException {
        SipIndex index = request.queue().index();
        BitSet attacks = attacks(index, request, monitor);
        BitSet dialogs = (BitSet) request.dialogs().clone();
        dialogs.andNot(attacks);
        dialogs.andNot(unsafe(request, monitor));
        int leftOut = request.dialogs().cardinality() - dialogs.cardinality();
        List<TriageItem> added =
                request.safe().stream().filter(item -> item.dialogs().stream().anyMatch(dialogs::get)).toList();
        if (dialogs.isEmpty()) {
            return Optional.empty();
        }
        SequenceModel before = request.detection().model();
        SequenceModel model = BaselineExtension.of(before, index, dialogs,
                facts(before, index, dialogs, request, monitor), monitor, _ -> monitor.throwIfCancelled());
        monitor.throwIfCancelled();
        SequenceDetection after = new SequenceDetector(model).detect(index, monitor);
        Investigation found = Investigation.of(index, request.detections());
        Investigation then = Investigation.of(index,
                request.detections().stream().map(each -> each.equals(request.detection()) ? after : each).toList());
        monitor.throwIfCancelled();
        List<TriageItem> left = TriageQueue.of(after, then.judged(after.origin()), then, monitor).items();
        return Optional.of(new BaselineEffect(before, model, added, dialogs.cardinality(), leftOut,
                InvestigationChanges.between(found, then), request.queue().items().size(), left.size(),
                alsoKnown(request, left, after.familiarity().orElseThrow())));
    }

    /// The rows that are gone as the new model knows all of their dialogs, and not by a verdict.
    ///
    /// @param left the rows that the new model leaves
    private static List<TriageItem> alsoKnown(Request request, List<TriageItem> left, Familiarity after) {
        Set<Row> others = request.safe().stream().map(BaselineEffect::row).collect(Collectors.toSet());
        left.forEach(item -> causes(item).map(cause -> new Row(cause, item.network())).forEach(others::add));
        return request.queue()
                .items()
                .stream()
                .filter(item -> !others.contains(row(item)))
                .filter(item -> item.dialogs().stream().noneMatch(after::isUnknown))
                .toList();
    }

    private static TrainingFacts facts(SequenceModel model, SipIndex index, BitSet dialogs, Request request,
            RunMonitor monitor) throws IOException {
        Training training = model.file().modelFacts().training();
        List<Training.Input> inputs = inputs(index, dialogs, monitor);
        String files = String.join(", ", names(inputs));
        return new TrainingFacts(name(model.identity().name()),
                shortened(
                        Texts.text("triage.baseline.description", training.description(), dialogs.cardinality(), files),
                        LONGEST_DESCRIPTION),
                Stream.concat(training.inputs().stream(), inputs.stream()).toList(),
                new Training.Origin(request.program(), request.now(), training.origin().dataLicence()));
    }

    private static Set<String> names(List<Training.Input> inputs) {
        Set<String> names = new LinkedHashSet<>();
        inputs.forEach(each -> names.add(each.file()));
        return names;
    }

    /// The name of the model before, marked once.
    private static String name(String before) {
        String mark = Texts.text("triage.baseline.mark");
        return before.endsWith(mark) ? before : shortened(before, LONGEST_NAME - mark.length()) + mark;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /// The files that the dialogs begin in, each with how much of it was added.
    private static List<Training.Input> inputs(SipIndex index, BitSet dialogs, RunMonitor monitor) throws IOException {
        MessageTable messages = index.messages();
        int[] dialogCounts = new int[index.files().size()];
        long[] messageCounts = new long[index.files().size()];
        dialogs.stream().forEach(dialog -> {
            int file = messages.file(index.dialogs().firstMessage(dialog));
            dialogCounts[file]++;
            messageCounts[file] += index.messagesOf(dialog).length;
        });
        List<Training.Input> inputs = new ArrayList<>();
        for (int file = 0; file < dialogCounts.length; file++) {
            if (dialogCounts[file] > 0) {
                CaptureSummary capture = index.files().get(file);
                monitor.progress(new Progress(Texts.text("model.hashing"), file, dialogCounts.length));
                inputs.add(new Training.Input(FileName.last(capture.path()), capture.sha256(monitor),
                        messageCounts[file], dialogCounts[file]));
            }
        }
        return inputs;
    }
}
