package org.sipsleuth.app.workbench.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.field.NoteFields;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Method;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.Verdicts;
import org.sipsleuth.pipeline.field.DialogFindings;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.pipeline.field.FindingFields;
import org.sipsleuth.pipeline.field.IncidentFields;
import org.sipsleuth.pipeline.field.VerdictFields;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.session.finding.FindingRun;

/// Supplies the window's filter with the fields of the methods, of findings and of the analyst's
/// notes, again whenever their values change. The names are there from the beginning, so that a
/// filter can be typed before anything is found.
public final class FieldSupply {

    private static final FieldCatalog KNOWN = KnownFields.catalog();

    /// What the names of fields begin with that state hints.
    private static final List<String> OF_HINTS = List.of("hint.", "dialog.hints", "dialog.cause");

    /// The same of what detectors find.
    private static final List<String> OF_FINDINGS = List.of(IncidentFields.PREFIX, FindingFields.PREFIX, "problem.");

    private final FilterModel filter;
    private final Methods methods;
    private final FindingRun run;
    private final Map<Method, Optional<Detection>> detections = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<List<DynamicField>> fields = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ProblemDetection>> problems =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Verdicts verdicts = Verdicts.NONE;
    private List<DynamicField> findings;
    private List<DynamicField> incidents = IncidentFields.of(DialogIncidents.NONE);
    private List<DynamicField> notes = NoteFields.of(DialogNotes.NONE);
    private Set<Concealed> concealed = Set.of();

    /// @param session what detectors find
    /// @param background where dialogs are looked up
    public FieldSupply(FilterModel filter, SessionModel session, Executor background) {
        this.filter = filter;
        methods = session.methods();
        methods.all().forEach(method -> detections.put(method, Optional.empty()));
        fields.set(methodFields());
        findings = FindingFields.of(methods, DialogFindings.NONE);
        run = new FindingRun(session.foundProperty(), background);
        use(List.of());
        run.findingsProperty().subscribe(this::show);
        run.incidentsProperty().subscribe(this::show);
        session.stateProperty().subscribe(this::show);
        session.foundProperty().subscribe(this::showVerdicts);
    }

    /// What all methods found.
    public ReadOnlyObjectProperty<DialogFindings> findings() {
        return run.findingsProperty();
    }

    /// The incidents of the capture.
    public ReadOnlyObjectProperty<DialogIncidents> incidents() {
        return run.incidentsProperty();
    }

    /// What went wrong with calls and registrations; empty where nobody looked yet.
    public ReadOnlyObjectProperty<Optional<ProblemDetection>> problems() {
        return problems.getReadOnlyProperty();
    }

    /// The fields of all methods, with what was computed last.
    public ReadOnlyObjectProperty<List<DynamicField>> fieldsProperty() {
        return fields.getReadOnlyProperty();
    }

    /// Supplies what the analyst notes.
    public void followNotes(ObservableValue<DialogNotes> noted) {
        noted.subscribe(now -> {
            notes = NoteFields.of(now);
            use(List.of(NoteFields.PREFIX));
        });
    }

    /// Has no fields that state what is concealed.
    public void conceal(Set<Concealed> facts) {
        if (!facts.equals(concealed)) {
            concealed = Set.copyOf(facts);
            fields.set(methodFields());
            use(List.of());
        }
    }

    private boolean isConcealed(String field) {
        return (concealed.contains(Concealed.HINTS) && OF_HINTS.stream().anyMatch(field::startsWith))
                || (concealed.contains(Concealed.FINDINGS) && (OF_FINDINGS.stream().anyMatch(field::startsWith)
                        || Stream.concat(fieldsOfMethods(), findings.stream())
                                .anyMatch(each -> each.name().equals(field))));
    }

    /// While a detector runs again, its earlier results remain in use.
    private void show(SessionState state) {
        List<String> changed = new ArrayList<>();
        for (Method method : methods.all()) {
            Optional<DetectorStatus> status = state.status(method.name());
            Optional<Detection> now = status.flatMap(DetectorStatus::detection);
            boolean isRunning = status.orElse(null) instanceof DetectorStatus.Running;
            if (!isRunning && !now.equals(detections.put(method, now))) {
                method.fields(now).forEach(field -> changed.add(field.name()));
            }
        }
        if (!changed.isEmpty()) {
            problems.set(ProblemDetection.among(detections.values().stream().flatMap(Optional::stream).toList()));
            fields.set(methodFields());
            use(changed);
        }
    }

    private void showVerdicts(Optional<Investigation> found) {
        Verdicts now = found.map(Investigation::verdicts).orElse(Verdicts.NONE);
        if (!now.equals(verdicts)) {
            verdicts = now;
            fields.set(methodFields());
            use(VerdictFields.NAMES);
        }
    }

    private List<DynamicField> methodFields() {
        return concealed.contains(Concealed.FINDINGS) ? List.of() : fieldsOfMethods().toList();
    }

    private Stream<DynamicField> fieldsOfMethods() {
        return Stream.concat(VerdictFields.of(verdicts).stream(),
                detections.entrySet().stream().flatMap(each -> each.getKey().fields(each.getValue()).stream()));
    }

    private void show(DialogFindings found) {
        findings = FindingFields.of(methods, found);
        use(List.of(FindingFields.PREFIX));
    }

    private void show(DialogIncidents found) {
        incidents = IncidentFields.of(found);
        use(List.of(IncidentFields.PREFIX));
    }

    private void use(List<String> changed) {
        FieldCatalog all = KNOWN.with(fields.get()).with(findings).with(incidents).with(notes);
        filter.use(concealed.isEmpty() ? all : all.without(this::isConcealed), changed);
    }
}
