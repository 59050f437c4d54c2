package org.sipsleuth.view.session.time;

import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.UtcTime;

/// What a picture along time shows: which window of it, which brush on it, and where the keyboard's
/// cursor is. The brush becomes the selection's range when it is let go.
public final class TimeSight {

    /// Half of the window around a capture whose messages all have one time.
    private static final long HALF_SECOND = 500_000_000L;

    /// So many times its own length are shown on each side of a range.
    private static final long AROUND = 3;

    /// The shortest window that can be zoomed to, in ns.
    private static final long SHORTEST = 1_000L;

    private final SelectionModel selection;
    private final ReadOnlyObjectWrapper<Optional<TimeRange>> window = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TimeRange>> brush = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalLong> cursor = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private TimeRange fullRange = new TimeRange(0, 0);
    private TimeScale scale = TimeScale.NONE;
    private OptionalLong anchor = OptionalLong.empty();

    /// @param selection whose range of time the brush is
    public TimeSight(SelectionModel selection) {
        this.selection = selection;
        selection.selectionProperty().subscribe(chosen -> brush.set(chosen.time()));
    }

    /// Shows the time between the first and the last message. A window that was zoomed into stays
    /// if it still is in that time.
    public void show(long firstNanos, long lastNanos) {
        show(firstNanos, lastNanos, TimeScale.NONE);
    }

    /// As [#show(long, long)], with long gaps broken. Steps, zoom and tolerances are lengths on this
    /// scale; ranges are time.
    public void show(long firstNanos, long lastNanos, TimeScale broken) {
        scale = broken;
        boolean zoomed = isZoomed();
        fullRange = firstNanos < lastNanos ? new TimeRange(firstNanos, lastNanos)
                : new TimeRange(firstNanos - HALF_SECOND, firstNanos + HALF_SECOND);
        boolean stays = zoomed && window.get()
                .filter(w -> fullRange.contains(w.fromNanos()))
                .filter(w -> fullRange.contains(w.toNanos()))
                .isPresent();
        if (!stays) {
            resetZoom();
        }
    }

    /// Shows no time at all.
    public void showNothing() {
        window.set(Optional.empty());
        cursor.set(OptionalLong.empty());
        anchor = OptionalLong.empty();
    }

    /// The time that is in view; empty if there are no messages.
    public ReadOnlyObjectProperty<Optional<TimeRange>> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /// How time is drawn.
    public TimeScale scale() {
        return scale;
    }

    /// The range that is brushed or chosen.
    public ReadOnlyObjectProperty<Optional<TimeRange>> brushProperty() {
        return brush.getReadOnlyProperty();
    }

    /// Where the keyboard's cursor is.
    public ReadOnlyObjectProperty<OptionalLong> cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    /// Whether the capture spans several days, so that its moments need a date.
    public boolean spansDays() {
        return !UtcTime.sameDay(fullRange.fromNanos(), fullRange.toNanos());
    }

    /// Whether less than the whole time is in view.
    public boolean isZoomed() {
        return window.get().filter(w -> !w.equals(fullRange)).isPresent();
    }

    /// Whether the end of all time is in view.
    public boolean isAtEnd() {
        return window.get().filter(w -> w.toNanos() == fullRange.toNanos()).isPresent();
    }

    /// Moves the window to the end of all time, where a capture grows.
    public void moveToEnd() {
        moveWindow(fullRange.toNanos());
    }

    /// Begins to brush at a moment; within `tolerance` ns of an edge of the brush, that edge moves.
    public void beginBrush(long at, long tolerance) {
        long fixed = at;
        Optional<TimeRange> old = brush.get();
        if (old.isPresent() && near(old.get().fromNanos(), at, tolerance)) {
            fixed = old.get().toNanos();
        } else if (old.isPresent() && near(old.get().toNanos(), at, tolerance)) {
            fixed = old.get().fromNanos();
        }
        anchor = OptionalLong.of(fixed);
    }

    /// Whether a brush that begins at this moment would move an edge.
    public boolean isAtEdge(long at, long tolerance) {
        return brush.get()
                .filter(b -> near(b.fromNanos(), at, tolerance) || near(b.toNanos(), at, tolerance))
                .isPresent();
    }

    /// Moves the loose end of the brush.
    public void brushTo(long at) {
        anchor.ifPresent(fixed -> {
            long loose = Math.clamp(at, fullRange.fromNanos(), fullRange.toNanos());
            brush.set(Optional.of(new TimeRange(Math.min(fixed, loose), Math.max(fixed, loose))));
        });
    }

    /// Lets the brush go: its range becomes the selection's.
    public void endBrush() {
        if (anchor.isPresent()) {
            anchor = OptionalLong.empty();
            selection.set(selection.get().withTime(brush.get()));
        }
    }

    /// Chooses all of the time again.
    public void clear() {
        anchor = OptionalLong.empty();
        selection.set(selection.get().withTime(Optional.empty()));
        brush.set(Optional.empty());
    }

    /// Moves the keyboard's cursor.
    ///
    /// @param brushing whether it draws the brush behind it
    public void moveCursor(long byNanos, boolean brushing) {
        if (window.get().isEmpty()) {
            return;
        }
        TimeRange sight = window.get().get();
        long old = cursor.get().orElse(sight.fromNanos());
        if (brushing && anchor.isEmpty()) {
            beginBrush(old, 0);
        }
        long moved = Math.clamp(scale.nanos(scale.shown(old) + byNanos), fullRange.fromNanos(), fullRange.toNanos());
        cursor.set(OptionalLong.of(moved));
        if (brushing) {
            brushTo(moved);
        }
        if (!sight.contains(moved)) {
            moveWindow(
                    scale.shown(moved) - scale.shown(moved < sight.fromNanos() ? sight.fromNanos() : sight.toNanos()));
        }
    }

    /// Makes the window `factor` times as long on the scale; the moment `at` stays where it is.
    public void zoom(double factor, long at) {
        window.get().ifPresent(sight -> {
            double span = scale.length(sight);
            double full = scale.length(fullRange);
            double wanted = Math.clamp(span * factor, Math.min(SHORTEST, full), full);
            double share = span > 0 ? (scale.shown(at) - scale.shown(sight.fromNanos())) / span : 0;
            long from = scale.shown(at) - Math.round(share * wanted);
            place(from, Math.round(wanted));
        });
    }

    /// Moves the window by ns, as far as there is time.
    public void moveWindow(long byNanos) {
        window.get().ifPresent(sight -> place(scale.shown(sight.fromNanos()) + byNanos, scale.length(sight)));
    }

    /// Brings a range into view, with the time around it that it is seen in.
    public void lookAt(TimeRange range) {
        long around = AROUND * Math.max(HALF_SECOND, scale.length(range));
        window.get().ifPresent(_ -> lookAround(range, around));
    }

    private void lookAround(TimeRange range, long around) {
        long from = Math.max(fullRange.fromNanos(), scale.nanos(scale.shown(range.fromNanos()) - around));
        long to = Math.min(fullRange.toNanos(), scale.nanos(scale.shown(range.toNanos()) + around));
        if (from < to) {
            window.set(Optional.of(new TimeRange(from, to)));
        }
    }

    /// Brings the whole time into view.
    public void resetZoom() {
        window.set(Optional.of(fullRange));
    }

    /// @param from on the scale
    /// @param span on the scale
    private void place(long from, long span) {
        long latest = scale.shown(fullRange.toNanos()) - span;
        long start = Math.max(scale.shown(fullRange.fromNanos()), Math.min(from, latest));
        window.set(Optional
                .of(new TimeRange(scale.nanos(start), Math.min(fullRange.toNanos(), scale.nanos(start + span)))));
    }

    private boolean near(long edge, long at, long tolerance) {
        return Math.abs(scale.shown(edge) - scale.shown(at)) <= tolerance;
    }
}
