package org.sipsleuth.view.hops;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.view.session.SelectionModel;

/// The findings of the method hops in the open capture.
final class HopsViewModel {

    private static final String METHOD = "hops";

    private final SelectionModel selection;
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<SipIndex> index = Optional.empty();

    HopsViewModel(ObservableValue<SessionState> session, SelectionModel selection) {
        this.selection = selection;
        session.subscribe(this::follow);
    }

    private void follow(SessionState state) {
        Optional<Detection> now = state.status(METHOD).flatMap(DetectorStatus::detection);
        index = now.map(Detection::index);
        findings.set(now.map(Detection::findings).orElse(List.of()));
    }

    ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /// Selects the dialogs of findings in the whole window.
    void select(List<Finding> chosen) {
        index.ifPresent(index -> selection.set(selection.get()
                .withDialogs(chosen.stream()
                        .flatMapToInt(finding -> Arrays.stream(finding.evidence().dialogs(index)))
                        .distinct()
                        .boxed()
                        .toList())));
    }

    void selectAll() {
        select(findings.get());
    }
}
