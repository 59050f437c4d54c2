package org.sipsleuth.app.workbench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Method;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the session run the bundled models of all methods whose detector no page controls. Used on
/// the JavaFX thread.
final class ShippedModels {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);

    private final SessionModel session;
    private final Executor background;

    /// @param background where models are opened
    ShippedModels(SessionModel session, Executor background) {
        this.session = session;
        this.background = background;
    }

    /// Opens the models; a capture that is open then is analysed with each as soon as it is there.
    void open(List<Page> pages) {
        Set<String> controlled =
                pages.stream().map(Page::controlledMethod).flatMap(Optional::stream).collect(Collectors.toSet());
        session.methods().all().stream().filter(method -> !controlled.contains(method.name())).forEach(this::open);
    }

    private void open(Method method) {
        use(method.name(), method::shipped);
    }

    /// Uses another model of a method from now on.
    void use(ModelFile model) {
        use(model.kind(), () -> model);
    }

    private interface Source {
        ModelFile open() throws IOException;
    }

    private void use(String method, Source model) {
        RunTask<Detector> task = new RunTask<>(_ -> session.methods().detector(model.open()));
        task.setOnSucceeded(_ -> session.use(method, Optional.of(task.getValue())));
        task.setOnFailed(_ -> FailureLog.warn(LOG, "A model cannot be opened", task.getException()));
        background.execute(task);
    }
}
