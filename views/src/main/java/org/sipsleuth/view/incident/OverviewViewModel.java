package org.sipsleuth.view.incident;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.change.IncidentRows;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.session.LookPace;
import org.sipsleuth.session.SessionState;
import org.sipsleuth.view.incident.facts.CaptureFacts;
import org.sipsleuth.view.incident.part.RoleWords;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.page.Badge;

/// What the overview shows, and which incident is open. Figures are counted in the background while
/// somebody looks, one run at a time; a capture that grows waits for the run before.
final class OverviewViewModel {

    /// Counts elsewhere, then yields the result on the calling thread.
    interface Counting {
        void run(Function<RunMonitor, CaptureFacts> work, Consumer<Optional<CaptureFacts>> then);
    }

    private final Counting counting;
    private final ReadOnlyObjectWrapper<OverviewState> state = new ReadOnlyObjectWrapper<>(OverviewState.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Incident>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
    private final BooleanProperty inSight = new SimpleBooleanProperty();
    private final ObservableValue<SessionState> session;
    private final ObservableValue<Optional<Investigation>> found;
    private final ObservableValue<Boolean> joining;
    private final ObservableValue<Boolean> growing;
    private final ObservableValue<Boolean> live;

    /// Of the live capture.
    private IncidentRows rows = new IncidentRows();

    private @Nullable SipIndex index;
    private Optional<CaptureFacts> facts = Optional.empty();
    private Optional<TimeRange> range = Optional.empty();
    private Optional<CaptureFacts> ranged = Optional.empty();
    private String wanted = "";
    private boolean isCounting;
    private Duration counted = Duration.ZERO;
    private long countedAt = System.nanoTime();
    private boolean isStale;
    private boolean isRangeStale;

    /// @param session the detectors with their status
    /// @param found what they found
    /// @param joining whether that is not all yet
    /// @param growing whether the capture is still being read, or captured live
    /// @param live whether it is captured live
    OverviewViewModel(ObservableValue<SessionState> session, ObservableValue<Optional<Investigation>> found,
            ObservableValue<Boolean> joining, ObservableValue<Boolean> growing, ObservableValue<Boolean> live,
            Counting counting) {
        this.session = session;
        this.found = found;
        this.joining = joining;
        this.growing = growing;
        this.live = live;
        this.counting = counting;
        session.subscribe(_ -> refresh());
        live.subscribe(_ -> rows = new IncidentRows());
        live.subscribe(_ -> refresh());
        live.subscribe(_ -> count());
        found.subscribe(this::follow);
        joining.subscribe(_ -> refresh());
        growing.subscribe(_ -> refresh());
        inSight.subscribe(_ -> count());
    }

    /// What it shows.
    ReadOnlyObjectProperty<OverviewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The incident whose page is open; empty for the overview itself.
    ReadOnlyObjectProperty<Optional<Incident>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /// How many incidents ask for attention; empty for none.
    ReadOnlyStringProperty badgeProperty() {
        return badge.getReadOnlyProperty();
    }

    /// Whether somebody looks.
    BooleanProperty inSightProperty() {
        return inSight;
    }

    /// The capture that is open.
    void show(SipIndex snapshot) {
        SipIndex before = index;
        if (before == null || !Detection.isSame(before, snapshot)) {
            facts = Optional.empty();
            ranged = Optional.empty();
            wanted = live.getValue() ? wanted : ""; // its ring has discarded a file
        }
        index = snapshot;
        isStale = true;
        isRangeStale = range.isPresent();
        refresh();
        count();
    }

    /// No capture is open.
    void showNothing() {
        index = null;
        facts = Optional.empty();
        ranged = Optional.empty();
        wanted = "";
        rows = new IncidentRows();
        refresh();
    }

    /// Takes an incident of a live capture that is found no more off the list.
    void dismiss(String id) {
        rows.dismiss(id);
        refresh();
    }

    private void follow(Optional<Investigation> next) {
        if (live.getValue()) {
            next.filter(this::isOfOpen).ifPresent(its -> rows.follow(its.incidents(), its.index()));
        }
        refresh();
    }

    private boolean isOfOpen(Investigation investigation) {
        SipIndex open = index;
        return open != null && Detection.isSame(investigation.index(), open);
    }

    /// The range of time that is chosen; empty for all.
    void choose(Optional<TimeRange> chosen) {
        if (!chosen.equals(range)) {
            range = chosen;
            ranged = Optional.empty();
            isRangeStale = chosen.isPresent();
            refresh();
            count();
        }
    }

    /// Opens the page of the incident with this id; the overview for an empty one.
    void open(String id) {
        wanted = id;
        refreshOpened();
    }

    private void refresh() {
        SipIndex now = index;
        if (now == null) {
            state.set(OverviewState.EMPTY);
        } else {
            state.set(new OverviewState(Optional.of(now), session.getValue().runs(),
                    found.getValue().filter(this::isOfOpen),
                    session.getValue().joined().failure().map(cause -> Fault.of("joining of findings", cause)),
                    joining.getValue(), growing.getValue(), facts, range, ranged,
                    live.getValue() ? Optional.of(rows.rows()) : Optional.empty(), roles(now)));
        }
        badge.set(Badge.of(state.get().incidents().size()));
        refreshOpened();
    }

    private RoleWords roles(SipIndex now) {
        SessionState its = session.getValue();
        Optional<HostRoles> judged =
                its.detections().stream().flatMap(detection -> detection.hostRoles().stream()).findFirst();
        RoleWords before = state.get().roles();
        return judged.isEmpty() && its.isRunning()
                && state.get().index().filter(old -> Detection.isSame(old, now)).isPresent() ? before
                        : new RoleWords(judged);
    }

    /// While a capture grows, an incident keeps its id; until it is looked at again after its ring
    /// has discarded a file, it stays open.
    private void refreshOpened() {
        boolean isWaiting = live.getValue() && state.get().index().isPresent() && state.get().found().isEmpty();
        if (isWaiting && opened.get().filter(each -> each.id().equals(wanted)).isPresent()) {
            return;
        }
        opened.set(state.get().incidents().stream().filter(each -> each.id().equals(wanted)).findFirst());
    }

    /// The range first, as somebody has just chosen it.
    private void count() {
        SipIndex now = index;
        if (now == null || isCounting || !inSight.get()) {
            return;
        }
        if (isRangeStale) {
            isRangeStale = false;
            Optional<TimeRange> chosen = range;
            count(now, chosen, facts -> {
                if (range.equals(chosen)) {
                    ranged = Optional.of(facts);
                }
            });
        } else if (isStale && isDue()) {
            isStale = false;
            count(now, Optional.empty(), counts -> facts = Optional.of(counts));
        }
    }

    /// Whether the pause after the last count is over; a live capture asks again when it has grown.
    private boolean isDue() {
        return !live.getValue() || facts.isEmpty()
                || LookPace.OF_WINDOW.after(counted).minusNanos(System.nanoTime() - countedAt).isNegative();
    }

    private void count(SipIndex now, Optional<TimeRange> of, Consumer<CaptureFacts> use) {
        long begin = System.nanoTime();
        isCounting = true;
        counting.run(monitor -> now.opened().verified(() -> CaptureFacts.of(now, of, monitor)), result -> {
            isCounting = false;
            countedAt = System.nanoTime();
            counted = Duration.ofNanos(countedAt - begin);
            SipIndex open = index;
            if (open != null && Detection.isSame(open, now)) {
                result.ifPresent(use);
                refresh();
            }
            count();
        });
    }
}
