package org.sipsleuth.app.workbench;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjDoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.rehearsal.ListRehearsal;
import org.sipsleuth.app.workbench.rehearsal.Percentiles;
import org.sipsleuth.app.workbench.rehearsal.TakenTime;
import org.sipsleuth.app.workbench.rehearsal.WorkTime;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.message.text.StyledTextArea;

/// A window that does by itself what users do first, reports how long that took, and closes: it
/// opens captures one after the other, scrolls and sorts the list of the last, and goes to messages
/// anywhere in it.
public final class Rehearsal {

    /// By then a start has done what it leaves for later.
    private static final Duration REST = Duration.seconds(3);

    /// As long as users look at what came before they go on.
    private static final Duration LOOK = Duration.seconds(1);

    /// Nobody is there to close the window if it cannot be opened, or hangs.
    private static final long MOST_SECONDS = 300;

    private static final int MESSAGES = 100;
    private static final int FRAMES_A_MESSAGE = 12; // the one before is drawn by then
    private static final int STRIDE = 104_729; // a prime, so that they lie anywhere

    private final Workbench workbench;
    private final ObjDoubleConsumer<String> reporter;
    private final Runnable end;
    private final double[] textMillis = new double[MESSAGES];
    private final double[] textWorkMillis = new double[MESSAGES];
    private final double[] frameMillis = new double[MESSAGES];
    private final WorkTime work = new WorkTime();
    private long chosenNanos;
    private double chosenWork;
    private int chosen = -1;

    private Rehearsal(Workbench workbench, ObjDoubleConsumer<String> reporter, Runnable end) {
        this.workbench = workbench;
        this.reporter = reporter;
        this.end = end;
    }

    /// Opens such a window, and returns when it has closed.
    ///
    /// @param reporter gets what was done, and how long it took in milliseconds
    public static void run(List<Path> captures, ObjDoubleConsumer<String> reporter) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(
                () -> {
                    Workbench shown = WorkbenchApplication.open(new Stage());
                    Rehearsal rehearsal = new Rehearsal(shown, reporter, closed::countDown);
                    after(REST, () -> rehearsal.open(captures.iterator()));
                });
        try {
            closed.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    private void open(Iterator<Path> captures) {
        if (captures.hasNext()) {
            Object before = rows();
            long begin = System.nanoTime();
            workbench.captures().open(List.of(captures.next()));
            watch(before, begin, () -> after(LOOK, () -> open(captures)));
        } else {
            workbench
                    .stateProperty()
                    .get()
                    .index()
                    .filter(_ -> hasMessages())
                    .ifPresentOrElse(this::read, end);
        }
    }

    /// Looks at each frame, until all is read and its dialogs are drawn.
    private void watch(Object before, long begin, Runnable then) {
        new AnimationTimer() {
            private boolean isListed;
            private boolean isDrawn;

            @SuppressWarnings("ReferenceEquality") // another list, though its rows be equal
            @Override
            public void handle(long now) {
                if (isListed && !isDrawn) { // in the frame before this one
                    isDrawn = true;
                    reporter.accept("first dialogs drawn", millisSince(begin));
                }
                isListed = isListed || (!rows().isEmpty() && rows() != before);
                if (isRead() && (isDrawn || !hasMessages())) {
                    reporter.accept("all of the capture read", millisSince(begin));
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private boolean isRead() {
        return !(workbench.stateProperty().get() instanceof Loading);
    }

    private boolean hasMessages() {
        return workbench
                .stateProperty()
                .get()
                .index()
                .filter(index -> index.messages().size() > 0)
                .isPresent();
    }

    /// The rows of the list, another list for each that it shows.
    private List<?> rows() {
        return table().<List<?>>map(TableView::getItems).orElse(List.of());
    }

    private Optional<TableView<?>> table() {
        return workbench.root().lookup("#dialogs-table") instanceof TableView<?> table
                ? Optional.of(table)
                : Optional.empty();
    }

    private void read(SipIndex index) {
        if (workbench.isAtRest()) {
            table().ifPresentOrElse(
                            list -> ListRehearsal.run(list, reporter, () -> readMessages(index)),
                            end);
        } else {
            after(LOOK, () -> read(index));
        }
    }

    private void readMessages(SipIndex index) {
        choose(index, 0); // the text is not in the layout before
        after(LOOK, () -> follow(index));
    }

    private void follow(SipIndex index) {
        if (workbench.root().lookup("#message-text") instanceof StyledTextArea area) {
            area.textProperty().addListener((_, _, text) -> came(area, text));
        }
        workbench.root().getScene().addPostLayoutPulseListener(this::drawn);
        TakenTime taken = new TakenTime();
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (frames % FRAMES_A_MESSAGE == 0) {
                    chosen = frames / FRAMES_A_MESSAGE;
                    if (chosen == MESSAGES) {
                        stop();
                        sayTexts();
                        taken.report("while texts are shown", reporter);
                        end.run();
                    } else {
                        choose(index, chosen);
                    }
                }
                frames++;
            }
        }.start();
    }

    private void choose(SipIndex index, int number) {
        int message = (int) ((number + 1L) * STRIDE % index.messages().size());
        chosenWork = work.ofThisThread();
        chosenNanos = System.nanoTime();
        workbench
                .selection()
                .set(
                        Selection.NONE
                                .withDialogs(List.of(index.messages().dialog(message)))
                                .withMessages(List.of(message)));
    }

    /// Its drawing is part of its time, though users get it with all that is in the same frame.
    private void came(StyledTextArea area, String text) {
        if (chosen < MESSAGES && !text.isEmpty()) {
            area.layout();
            textMillis[chosen] = millisSince(chosenNanos);
            textWorkMillis[chosen] = work.ofThisThread() - chosenWork;
        }
    }

    private void drawn() {
        if (chosen >= 0 && chosen < MESSAGES && frameMillis[chosen] == 0) {
            frameMillis[chosen] = millisSince(chosenNanos);
        }
    }

    /// A message whose text was there already has none that came.
    private void sayTexts() {
        Percentiles.report("text of a message", textMillis, reporter);
        Percentiles.report("processor time of text of a message", textWorkMillis, reporter);
        Percentiles.report("all that shows a message", frameMillis, reporter);
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    private static void after(Duration time, Runnable work) {
        PauseTransition pause = new PauseTransition(time);
        pause.setOnFinished(_ -> work.run());
        pause.play();
    }
}
