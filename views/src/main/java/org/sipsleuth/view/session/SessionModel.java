package org.sipsleuth.view.session;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.session.CaptureSession;
import org.sipsleuth.session.LookPace;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.session.SessionState.Joined;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The session of the window: one detector of each method at most. Used on the JavaFX thread.
public final class SessionModel {

    private static final Logger LOG = LoggerFactory.getLogger(SessionModel.class);

    private final Methods methods;
    private final CaptureSession session;
    private final Map<String, Detector> detectors = new TreeMap<>();
    private final ReadOnlyObjectWrapper<Map<String, Detector>> inUse = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<SessionState> state = new ReadOnlyObjectWrapper<>(SessionState.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Investigation>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper joining = new ReadOnlyBooleanWrapper();
    private final AtomicReference<@Nullable SessionState> arrived = new AtomicReference<>();

    /// @param methods in whose order detectors are run and findings listed
    /// @param background where detectors run
    /// @param joiner where findings are joined
    public SessionModel(Methods methods, Executor background, Executor joiner) {
        this.methods = methods;
        session = new CaptureSession(background, LookPace.OF_WINDOW,
                (pause, next) -> CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS).execute(next),
                joiner);
        session.subscribe(this::arrive);
    }

    /// The state of the session. Of states that follow each other quickly some are skipped, never
    /// the last.
    public ReadOnlyObjectProperty<SessionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What the detectors found, joined; empty before the first one has finished. Can be of an
    /// earlier part of the open capture.
    public ReadOnlyObjectProperty<Optional<Investigation>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Whether findings are being joined that [#foundProperty] does not have yet.
    public ReadOnlyBooleanProperty joiningProperty() {
        return joining.getReadOnlyProperty();
    }

    /// Shows this capture, or more of it, from now on. Where findings are concealed nothing is looked
    /// for, so that nobody can show any.
    ///
    /// @param isGrowing whether it is captured live: detectors pause between two looks at it then
    public void show(SipIndex index, boolean isGrowing) {
        if (index.conceals(Concealed.FINDINGS)) {
            session.close();
        } else if (isGrowing) {
            session.follow(index);
        } else {
            session.open(index);
        }
    }

    /// Shows a capture that does not grow.
    public void show(SipIndex index) {
        show(index, false);
    }

    /// No capture is open any more.
    public void showNothing() {
        session.close();
    }

    /// The open capture grows no more: detectors that pause look at it now.
    public void endGrowth() {
        session.endGrowth();
    }

    /// What a method's page says if its detector failed.
    public Optional<String> faultOf(String method) {
        return state.get()
                .runs()
                .stream()
                .filter(run -> run.detector().name().equals(method))
                .flatMap(run -> run.fault().stream())
                .map(fault -> fault.sentence().text())
                .findFirst();
    }

    /// The methods of the program.
    public Methods methods() {
        return methods;
    }

    /// Uses this detector for its method from now on, or none.
    ///
    /// @param method the name of the method
    public void use(String method, Optional<? extends Detector> detector) {
        detector.ifPresentOrElse(successor -> detectors.put(method, successor), () -> detectors.remove(method));
        session.use(methods.all()
                .stream()
                .map(each -> Optional.ofNullable(detectors.get(each.name())))
                .flatMap(Optional::stream)
                .toList());
        inUse.set(Map.copyOf(detectors));
    }

    /// The detectors in use by the names of their methods, also while no capture is open.
    public ReadOnlyObjectProperty<Map<String, Detector>> inUseProperty() {
        return inUse.getReadOnlyProperty();
    }

    /// Has the detector of this method begin before others from now on; of none where empty.
    public void prefer(Optional<String> method) {
        session.prefer(method.orElse(""));
    }

    /// Stops the detector of a method.
    public void cancel(String method) {
        session.cancel(method);
    }

    /// Runs the detector of a method again, after it was cancelled or failed.
    public void again(String method) {
        session.again(method);
    }

    private void arrive(SessionState next) {
        if (Platform.isFxApplicationThread()) {
            arrived.set(null);
            take(next);
        } else if (arrived.getAndSet(next) == null) {
            Platform.runLater(this::takeArrived);
        }
    }

    private void takeArrived() {
        SessionState next = arrived.getAndSet(null);
        if (next != null) {
            take(next);
        }
    }

    private void take(SessionState next) {
        Joined before = state.get().joined();
        Joined now = next.joined();
        joining.set(joining.get() || now.isRunning()); // before anybody takes the rest for whole
        state.set(next);
        if (!now.failure().equals(before.failure())) {
            now.failure().ifPresent(cause -> FailureLog.warn(LOG, "Findings were not joined", cause));
        }
        if (!isShown(now.investigation())) {
            found.set(now.investigation());
        }
        joining.set(now.isRunning());
    }

    /// Whether it is the very one: comparing what was found takes longer than showing it.
    @SuppressWarnings("ReferenceEquality")
    private boolean isShown(Optional<Investigation> next) {
        return next.orElse(null) == found.get().orElse(null);
    }
}
