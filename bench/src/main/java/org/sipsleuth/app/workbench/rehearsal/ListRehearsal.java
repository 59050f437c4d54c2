package org.sipsleuth.app.workbench.rehearsal;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.ObjDoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/// Scrolls and sorts a list as users do, and tells what its frames take, beside those of a window
/// that does nothing.
public final class ListRehearsal<S> {

    private static final int FRAMES = 180; // three seconds, if none is missed
    private static final int WHEEL_PIXELS = 72; // three rows
    private static final int SORTED_AT = 3; // the frames before it are those of a list at rest
    private static final int PAGE_ROWS = 37; // more than are in sight, so that all are others

    private final TableView<S> table;
    private final ObjDoubleConsumer<String> reporter;
    private final WorkTime work = new WorkTime();
    private final Queue<Runnable> parts = new ArrayDeque<>();

    private ListRehearsal(TableView<S> table, ObjDoubleConsumer<String> reporter) {
        this.table = table;
        this.reporter = reporter;
    }

    /// Does so in the next seconds.
    ///
    /// @param reporter gets what was done, and the milliseconds from frame to frame and of work
    /// @param then is run afterwards
    public static <S> void run(
            TableView<S> table, ObjDoubleConsumer<String> reporter, Runnable then) {
        ListRehearsal<S> list = new ListRehearsal<>(table, reporter);
        list.add("while nothing is done", _ -> {});
        list.add("while scrolling by the wheel", _ -> list.turnWheel(WHEEL_PIXELS));
        list.add("while scrolling by the wheel at the end", list::scrollUpFromEnd);
        list.add("while scrolling by pages", list::scrollByPage);
        for (String column : List.of("start", "caller")) {
            list.add("while sorting by " + column, list.sorting("column-" + column));
        }
        list.parts.add(then);
        list.next();
    }

    private void add(String what, IntConsumer action) {
        parts.add(() -> new Frames(what, action).start());
    }

    private void next() {
        parts.remove().run();
    }

    /// As the list does when the wheel is turned.
    private void turnWheel(int pixels) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollPixels(pixels);
        }
    }

    private void scrollUpFromEnd(int frame) {
        if (frame == 0) {
            table.scrollTo(table.getItems().size() - 1);
        } else {
            turnWheel(-WHEEL_PIXELS);
        }
    }

    private void scrollByPage(int frame) {
        table.scrollTo(frame * PAGE_ROWS % Math.max(1, table.getItems().size()));
    }

    /// Sorts once, soon after the beginning.
    private IntConsumer sorting(String id) {
        return frame -> {
            if (frame == SORTED_AT) {
                table.getColumns().stream()
                        .filter(column -> id.equals(column.getId()))
                        .findFirst()
                        .ifPresent(this::sort);
            }
        };
    }

    private void sort(TableColumn<S, ?> column) {
        column.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(column));
    }

    /// Does something in each of so many frames.
    private final class Frames extends AnimationTimer {

        private final TakenTime taken = new TakenTime();
        private final String what;
        private final IntConsumer action;
        private final double[] millis = new double[FRAMES];
        private final double[] workMillis = new double[FRAMES];
        private int frame;
        private long before;
        private double workBefore;

        Frames(String what, IntConsumer action) {
            this.what = what;
            this.action = action;
        }

        @Override
        public void handle(long now) {
            long here = System.nanoTime();
            double workHere = work.withDrawing();
            if (frame > 0) {
                millis[frame - 1] = (here - before) / (double) TimeUnit.MILLISECONDS.toNanos(1);
                workMillis[frame - 1] = workHere - workBefore;
            }
            before = here;
            workBefore = workHere;
            if (frame == FRAMES) {
                stop();
                Percentiles.report("a frame " + what, millis, reporter);
                Percentiles.report("processor time of a frame " + what, workMillis, reporter);
                taken.report(what, reporter);
                next();
            } else {
                action.accept(frame++);
            }
        }
    }
}
