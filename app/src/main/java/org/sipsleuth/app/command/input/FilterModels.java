package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.casefile.DialogNotes;
import org.sipsleuth.casefile.field.NoteFields;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.known.KnownFields;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.pipeline.field.FindingFields;
import org.sipsleuth.pipeline.field.MarkFields;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.ScoredSequences;

/// The models that a filter asks.
final class FilterModels {

    /// The word for the models that come with the program.
    static final String SHIPPED = "shipped";

    /// No model.
    static final FilterModels NONE = new FilterModels(List.of(), Optional.empty());

    private final List<Detector> detectors;
    private final Optional<SequenceModel> sequences;

    private FilterModels(List<Detector> detectors, Optional<SequenceModel> sequences) {
        this.detectors = List.copyOf(detectors);
        this.sequences = sequences;
    }

    /// The models of these names; nothing, and the reason on standard error, if one cannot be had.
    static Optional<FilterModels> read(List<String> names, Terminal terminal) throws IOException {
        List<String> files = names.stream().filter(name -> !name.equals(SHIPPED)).toList();
        Optional<List<ModelFile>> given = new ModelFiles(terminal).read(files);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        List<ModelFile> models = new ArrayList<>(given.get());
        if (files.size() < names.size()) {
            models.addAll(Methods.shipped());
        }
        try {
            return Optional.of(of(models));
        } catch (ModelFormatException unusable) {
            terminal.say("--model: not usable: " + unusable.getMessage());
            return Optional.empty();
        }
    }

    private static FilterModels of(List<ModelFile> models) throws ModelFormatException {
        List<Detector> detectors = new ArrayList<>();
        Optional<SequenceModel> sequences = Optional.empty();
        for (ModelFile model : models) {
            detectors.add(Methods.detector(model));
            if (sequences.isEmpty() && model.kind().equals(SequenceModel.KIND)) {
                sequences = Optional.of(SequenceModel.open(model));
            }
        }
        return new FilterModels(detectors, sequences);
    }

    /// All fields that a filter can name, none of which has a value that a model gives.
    static FieldCatalog names() {
        return catalog(DialogFindings.NONE, Optional.empty());
    }

    private static FieldCatalog catalog(
            DialogFindings findings, Optional<MarkFields.Scores> scores) {
        return KnownFields.catalog()
                .with(MarkFields.of(scores))
                .with(FindingFields.of(findings))
                .with(NoteFields.of(DialogNotes.NONE));
    }

    /// What is missing for a filter, in a sentence; empty if nothing is.
    Optional<String> missing(Filter filter) {
        if (filter.names(NoteFields.PREFIX)) {
            return Optional.of(
                    "fields that begin with note. refer to annotations made in the window, which"
                            + " are not available on the command line");
        }
        if (filter.names(FindingFields.PREFIX) && detectors.isEmpty()) {
            return Optional.of(
                    "fields that begin with finding. need the findings of models: name models with"
                            + " --model FILE, or --model "
                            + SHIPPED
                            + " for the bundled models");
        }
        Optional<String> mark = MarkFields.NAMES.stream().filter(filter::names).findFirst();
        return mark.filter(_ -> sequences.isEmpty())
                .map(
                        name ->
                                name
                                        + " needs a model of known dialogs: name one with --model"
                                        + " FILE (from sipsleuth train sequence), or use --model "
                                        + SHIPPED
                                        + " for the bundled model");
    }

    /// Whether a filter asks models at all.
    static boolean asks(Filter filter) {
        return filter.names(FindingFields.PREFIX)
                || MarkFields.NAMES.stream().anyMatch(filter::names);
    }

    /// The fields with what the models say of a capture, as far as a filter asks it.
    FieldCatalog catalog(SipIndex index, Filter filter, RunMonitor monitor) {
        DialogFindings findings =
                filter.names(FindingFields.PREFIX)
                        ? DialogFindings.of(
                                index,
                                DetectorThreads.investigate(index, detectors, monitor).findings(),
                                monitor)
                        : DialogFindings.NONE;
        Optional<MarkFields.Scores> scores =
                sequences
                        .filter(_ -> MarkFields.NAMES.stream().anyMatch(filter::names))
                        .map(model -> ScoredSequences.of(index, model, monitor))
                        .map(scored -> new MarkFields.Scores(index, scored));
        return catalog(findings, scores);
    }
}
