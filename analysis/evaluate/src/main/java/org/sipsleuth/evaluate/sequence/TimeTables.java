package org.sipsleuth.evaluate.sequence;

import java.util.List;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.Spread;

/// Fig. 7: how long a dialog takes.
final class TimeTables {

    private static final double PAPER_CNN_MICROS = 25_670;
    private static final double PAPER_LSTM_MICROS = 27_030;
    private static final double MOST_CNN_MICROS = 10;
    private static final double MOST_NEXT_MICROS = 5;
    private static final double MOST_LSTM_MICROS = 10_000;
    private static final int CNN_DIALOGS = 20_000;
    private static final int LSTM_DIALOGS = 300;

    private final Timing convolutional;
    private final Timing recurrent;

    TimeTables(EvaluationRun convolutional, EvaluationRun recurrent, long seed) {
        this.convolutional = Timing.of(convolutional.model(), convolutional.corpus(), CNN_DIALOGS, seed);
        this.recurrent = Timing.of(recurrent.model(), recurrent.corpus(), LSTM_DIALOGS, seed);
    }

    EvaluationTable table() {
        return new EvaluationTable("Fig 7", "Time, with encoding, network, statistics and thresholds, on one thread",
                List.of(row("CNN, a dialog, mean, µs", PAPER_CNN_MICROS, convolutional.dialogMean(), null),
                        row("CNN, a dialog, median, µs", null, convolutional.dialogMedian(), MOST_CNN_MICROS),
                        row("CNN, the next message, mean, µs", null, convolutional.messageMean(), null),
                        row("CNN, the next message, median, µs", null, convolutional.messageMedian(), MOST_NEXT_MICROS),
                        row("LSTM, a dialog, mean, µs", PAPER_LSTM_MICROS, recurrent.dialogMean(), null),
                        row("LSTM, a dialog, median, µs", null, recurrent.dialogMedian(), MOST_LSTM_MICROS),
                        row("LSTM, the next message, median, µs", null, recurrent.messageMedian(), null)));
    }

    private static EvaluationRow row(String name, @org.jspecify.annotations.Nullable Double paper, double ours,
            @org.jspecify.annotations.Nullable Double most) {
        return new EvaluationRow(name, paper, Spread.of(ours), most == null ? null : Expectation.atMost(most)).timed();
    }

    List<PaperFigure> figures() {
        return List.of(
                figure("fig-7-dialog", "Time for a dialog",
                        List.of(convolutional.dialogSeries("CNN"), recurrent.dialogSeries("LSTM"))),
                figure("fig-7-message", "Time for the next message",
                        List.of(convolutional.messageSeries("CNN"), recurrent.messageSeries("LSTM"))));
    }

    private static PaperFigure figure(String id, String title, List<PaperFigure.Series> series) {
        return new PaperFigure(id, title, "time (µs)", "cumulative share", series);
    }
}
