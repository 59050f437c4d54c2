package org.sipsleuth.dialog.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.dialog.Scene;
import org.sipsleuth.dialog.Scene.Way;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.statistics.CallReader;
import org.sipsleuth.dialog.statistics.CallTotals;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.TransactionTable;

/// The calls of the table, which `calls` lists, are those of the statistics: as many, answered, and
/// as long; the row of the list says the same.
class CallsAgreeTest {

    /// A call whose parts are easily joined wrongly.
    enum Course {
        ANSWERED_AFTER_487("completed", 1, 1, 10) {
            @Override
            void play(Scene scene, double at) {
                scene.at(at).send("a>b", "INVITE 1", "i", "f");
                scene.at(at + 1).send("b>a", "180 INVITE 1", "i", "f/t");
                scene.at(at + 3).send("a>b", "CANCEL 1", "i", "f");
                scene.at(at + 3.1).send("b>a", "200 CANCEL 1", "i", "f/t");
                scene.at(at + 3.2).send("b>a", "487 INVITE 1", "i", "f/t");
                scene.at(at + 3.22).send("b>a", "200 INVITE 1", "i", "f/u");
                scene.at(at + 3.3).send("a>b", "ACK 1", "k", "f/u");
                scene.at(at + 13.22).send("a>b", "BYE 2", "e", "f/u");
                scene.at(at + 13.3).send("b>a", "200 BYE 2", "e", "f/u");
            }
        },
        TRIED_AGAIN_AFTER_503("refused: busy (486)", 2, 0, 0) {
            @Override
            void play(Scene scene, double at) {
                scene.at(at).send("a>b", "INVITE 1", "i", "f");
                scene.at(at + 0.1).send("b>a", "503 INVITE 1", "i", "f/t");
                scene.at(at + 0.2).send("a>b", "ACK 1", "i", "f/t");
                scene.at(at + 1).send("a>b", "INVITE 2", "j", "f");
                scene.at(at + 1.1).send("b>a", "486 INVITE 2", "j", "f/u");
                scene.at(at + 1.2).send("a>b", "ACK 2", "j", "f/u");
            }
        },
        OPEN_THEN_ANOTHER("refused: busy (486) and 1 earlier call: established: not captured", 2, 1, 700) {
            @Override
            void play(Scene scene, double at) {
                scene.at(at).send("a>b", "INVITE 1", "i", "f");
                scene.at(at + 2).send("b>a", "200 INVITE 1", "i", "f/t");
                scene.at(at + 2.1).send("a>b", "ACK 1", "k", "f/t");
                scene.at(at + 600).send("a>b", "INVITE 5", "j", "g");
                scene.at(at + 600.1).send("b>a", "486 INVITE 5", "j", "g/u");
                scene.at(at + 600.2).send("a>b", "ACK 5", "j", "g/u");
                scene.until(at + 702);
            }
        },
        BOTH_HANG_UP_AND_BOTH_ARE_GONE("completed", 1, 1, 28) {
            @Override
            void play(Scene scene, double at) {
                scene.at(at).send("a>b", "INVITE 1", "i", "f");
                scene.at(at + 2).send("b>a", "200 INVITE 1", "i", "f/t");
                scene.at(at + 2.1).send("a>b", "ACK 1", "k", "f/t");
                scene.at(at + 30).send("a>b", "BYE 2", "e", "f/t");
                scene.at(at + 30.001).send("b>a", "BYE 1", "d", "t/f");
                scene.at(at + 30.05).send("b>a", "481 BYE 2", "e", "f/t");
                scene.at(at + 30.06).send("a>b", "481 BYE 1", "d", "t/f");
            }
        },
        ONE_SIDE_IS_GONE("dropped: BYE refused", 1, 1, 28) {
            @Override
            void play(Scene scene, double at) {
                scene.at(at).send("a>b", "INVITE 1", "i", "f");
                scene.at(at + 2).send("b>a", "200 INVITE 1", "i", "f/t");
                scene.at(at + 2.1).send("a>b", "ACK 1", "k", "f/t");
                scene.at(at + 30).send("a>b", "BYE 2", "e", "f/t");
                scene.at(at + 30.05).send("b>a", "481 BYE 2", "e", "f/t");
            }
        };

        private final String row;
        private final int calls;
        private final int answered;
        private final int seconds;

        Course(String row, int calls, int answered, int seconds) {
            this.row = row;
            this.calls = calls;
            this.answered = answered;
            this.seconds = seconds;
        }

        abstract void play(Scene scene, double at);
    }

    @ParameterizedTest
    @EnumSource(Course.class)
    void tableStatisticsAndListCountTheSame(Course course) throws IOException {
        for (Way way : List.of(Way.UDP, Way.UDP_OVER_IPV6)) {
            Scene scene = new Scene(way);
            course.play(scene, 0);
            SipIndex index = scene.read();
            CallReader reader = new CallReader(index);
            for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
                reader.read(dialog);
            }
            CallTotals totals = reader.totals();
            assertEquals(course.calls, totals.calls());
            assertEquals(course.answered, totals.answered());
            assertEquals(course.answered, totals.talked());
            assertEquals(course.seconds, Math.round(totals.talkNanos() / 1e9));

            TransactionTable table = TransactionTable.of(index, RunMonitor.NONE);
            assertEquals(course.calls, table.calls().size());
            assertEquals(course.answered, table.calls().stream().filter(Call::isAnswered).count());
            long talked = table.calls().stream().mapToLong(table::talkNanos).sum();
            assertEquals(totals.talkNanos(), talked);

            FieldReader fields = new FieldReader(index);
            assertEquals(course.row, fields.outcome(0).label() + fields.andEarlierCalls(0));
        }
    }
}
