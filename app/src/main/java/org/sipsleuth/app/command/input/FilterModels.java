package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.field.NoteFields;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.DetectorThreads;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.finding.Contained;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.Method;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.Verdicts;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.pipeline.field.FindingFields;
import org.sipsleuth.pipeline.field.IncidentFields;
import org.sipsleuth.pipeline.field.VerdictFields;
import org.sipsleuth.run.RunMonitor;

/// The models whose results a filter uses.
final class FilterModels {

    /// The word for the models that come with the program.
    static final String SHIPPED = "shipped";

    private final Methods methods;
    private final List<Detector> detectors;

    /// Whether the user named models, besides the methods that need none.
    private final boolean areNamed;

    private FilterModels(Methods methods, List<Detector> detectors, boolean areNamed) {
        this.methods = methods;
        this.detectors = List.copyOf(detectors);
        this.areNamed = areNamed;
    }

    /// No model.
    static FilterModels none(Methods methods) {
        return new FilterModels(methods, List.of(), false);
    }

    /// The same methods with the models of these names; empty, with the reason on standard error,
    /// if one is unusable.
    Optional<FilterModels> read(List<String> names, Terminal terminal) throws IOException {
        List<String> files = names.stream().filter(name -> !name.equals(SHIPPED)).toList();
        Optional<List<ModelFile>> given = new ModelFiles(terminal).read(files);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        List<ModelFile> models = new ArrayList<>(given.get());
        if (files.size() < names.size()) {
            models.addAll(methods.shipped());
        }
        List<Detector> usable = new ArrayList<>();
        try {
            for (ModelFile model : methods.withUntrained(models)) {
                usable.add(methods.detector(model));
            }
        } catch (ModelFormatException unusable) {
            terminal.report("--model: not usable: " + unusable.getMessage());
            return Optional.empty();
        }
        return Optional.of(new FilterModels(methods, usable, !names.isEmpty()));
    }

    /// All fields that a filter can name, without the values that models compute.
    FieldCatalog names() {
        return catalog(DialogFindings.NONE, DialogIncidents.NONE, Verdicts.NONE, Map.of());
    }

    private FieldCatalog catalog(DialogFindings findings, DialogIncidents incidents, Verdicts verdicts,
            Map<String, Detection> detections) {
        FieldCatalog catalog = KnownFields.catalog();
        for (Method method : methods.all()) {
            catalog = catalog.with(method.fields(Optional.ofNullable(detections.get(method.name()))));
        }
        return catalog.with(FindingFields.of(methods, findings))
                .with(IncidentFields.of(incidents))
                .with(VerdictFields.of(verdicts))
                .with(NoteFields.of(DialogNotes.NONE));
    }

    /// What is missing for a filter, in a sentence; empty if nothing is.
    Optional<String> missing(Filter filter) {
        if (filter.names(NoteFields.PREFIX)) {
            return Optional.of("fields that begin with note. refer to annotations made in the window, which"
                    + " are not available on the command line");
        }
        if (filter.names(FindingFields.PREFIX) && !areNamed) {
            return Optional.of("fields that begin with finding. need the findings of models: name models with"
                    + " --model FILE, or --model " + SHIPPED + " for the bundled models");
        }
        return methods.all()
                .stream()
                .filter(method -> detector(method).isEmpty())
                .flatMap(method -> field(method, filter).map(field -> missing(method, field)).stream())
                .findFirst();
    }

    private static String missing(Method method, String field) {
        return "%s needs a model of the method %s: name one with --model FILE (from sipsleuth train".formatted(field,
                method.name()) + " %s), or use --model %s for the bundled model".formatted(method.name(), SHIPPED);
    }

    /// The first model of a method.
    private Optional<Detector> detector(Method method) {
        return detectors.stream().filter(each -> each.name().equals(method.name())).findFirst();
    }

    /// The first field of a method that a filter names.
    private static Optional<String> field(Method method, Filter filter) {
        return Stream
                .concat(method.judgesDialogs() ? VerdictFields.NAMES.stream() : Stream.empty(), scores(method).stream())
                .filter(filter::names)
                .findFirst();
    }

    /// The fields that a method supplies by itself.
    private static List<String> scores(Method method) {
        return method.fields(Optional.empty()).stream().map(field -> field.name()).toList();
    }

    /// Whether a filter uses results of detectors at all.
    boolean isAsked(Filter filter) {
        return needsInvestigation(filter)
                || methods.all().stream().anyMatch(method -> field(method, filter).isPresent());
    }

    private static boolean needsInvestigation(Filter filter) {
        return filter.names(FindingFields.PREFIX) || filter.names(IncidentFields.PREFIX)
                || VerdictFields.NAMES.stream().anyMatch(filter::names);
    }

    /// The fields with what the detectors find in a capture, as far as a filter uses it.
    ///
    /// @param failed takes the rules and methods that failed, whose findings the fields lack
    FieldCatalog catalog(SipIndex index, Filter filter, Consumer<List<Fault>> failed, RunMonitor monitor) {
        DialogFindings findings = DialogFindings.NONE;
        DialogIncidents incidents = DialogIncidents.NONE;
        Verdicts verdicts = Verdicts.NONE;
        if (needsInvestigation(filter)) {
            Investigation found = DetectorThreads.investigate(index, detectors, monitor);
            failed.accept(found.faults());
            findings = DialogFindings.of(index, found.findings(), monitor);
            incidents = DialogIncidents.of(index, found.incidents(), monitor);
            verdicts = found.verdicts();
        }
        Map<String, Detection> detections = new HashMap<>();
        for (Method method : methods.all()) {
            if (scores(method).stream().anyMatch(filter::names)) {
                detector(method).map(detector -> Contained.of(method.name(), () -> detector.score(index, monitor)))
                        .ifPresent(run -> {
                            run.answer().ifPresent(detection -> detections.put(method.name(), detection));
                            failed.accept(run.fault().stream().toList());
                        });
            }
        }
        return catalog(findings, incidents, verdicts, detections);
    }
}
