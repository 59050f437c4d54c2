package org.sipsleuth.dialog.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of outcomes in docs/OUTCOMES.md, row by row: the messages it names are written as a
/// capture and read, so that page and program cannot diverge.
class OutcomeTableTest {

    private static final String BEGIN = "<!-- outcomes -->";
    private static final String END = "<!-- end of outcomes -->";

    /// @param messages as [Flow] reads them
    record Row(String messages, String outcome, String cause, String status) {
        @Override
        public String toString() {
            return messages;
        }
    }

    static Stream<Row> rows() throws IOException {
        String page = Files.readString(page());
        String table = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
        return table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(cells[1].strip().replace("`", ""), cells[2].strip(), cells[3].strip(),
                        cells[4].strip()));
    }

    private static Path page() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/OUTCOMES.md"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/OUTCOMES.md");
    }

    /// What is awaited while the capture goes on.
    static Stream<Row> liveRows() {
        return Stream.of(new Row("INVITE 100", "setting up", "answer awaited", "–"),
                new Row("INVITE 100 180", "ringing", "answer awaited", "–"),
                new Row("INVITE 100 180 200 ACK", "established", "still up", "200"),
                new Row("INVITE 180 200×3", "established", "ACK awaited", "200"),
                new Row("INVITE 180 200 ACK BYE", "established", "BYE awaits its answer", "200"),
                new Row("INVITE 200 200/c ACK BYE 200", "established", "still up", "200"),
                new Row("REGISTER", "pending", "response awaited", "–"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRowHoldsAsWritten(Row row) throws IOException {
        assertHolds(row, DialogOutcome.of(Flow.read(row.messages()), 0));
    }

    /// Without branches nothing shows what is sent again, nor whether an ACK is that of a 2xx.
    static Stream<Row> rewrittenRows() throws IOException {
        return rows().filter(row -> !row.messages().contains("×") && !row.messages().matches(".*\\([4-6]\\d\\d\\).*"));
    }

    @ParameterizedTest
    @MethodSource("rewrittenRows")
    void deviceThatRewritesEveryBranchChangesNothing(Row row) throws IOException {
        assertHolds(row, DialogOutcome.of(Flow.readRewritten(row.messages()), 0));
    }

    @ParameterizedTest
    @MethodSource("liveRows")
    void whatALiveCaptureWaitsForHoldsAsWritten(Row row) throws IOException {
        assertHolds(row, DialogOutcome.of(Flow.readLive(row.messages()), 0));
        assertEquals(Cause.NOT_CAPTURED, DialogOutcome.of(Flow.read(row.messages()), 0).cause());
    }

    private static void assertHolds(Row row, DialogOutcome outcome) {
        assertEquals(row.outcome() + ": " + row.cause(), outcome.outcome().text() + ": " + outcome.cause().text());
        assertEquals(row.status(), outcome.status() == 0 ? "–" : "" + outcome.status());
    }

    @Test
    void everyOutcomeAndCauseHasARow() throws IOException {
        List<Row> rows = Stream.concat(rows(), liveRows()).toList();
        Set<Outcome> outcomes = EnumSet.allOf(Outcome.class);
        outcomes.remove(Outcome.CONTINUED); // needs two dialogs: SiblingLegsTest
        outcomes.removeIf(outcome -> rows.stream().anyMatch(r -> r.outcome().equals(outcome.text())));
        assertEquals(EnumSet.noneOf(Outcome.class), outcomes);
        Set<Cause> causes = EnumSet.copyOf(Arrays.asList(Cause.values()));
        causes.removeIf(cause -> rows.stream().anyMatch(r -> r.cause().equals(cause.text())));
        causes.remove(Cause.CONCEALED); // of labs in progress only
        causes.removeAll(Set.of(Cause.STOPPED_BY_SERVER, Cause.FOLLOWED)); // SiblingLegsTest
        causes.remove(Cause.CALL_ID_CUT); // no line can show it: SnapLengthTest does
        causes.remove(Cause.NOT_MATCHED); // nor this: SightTest does
        assertEquals(EnumSet.noneOf(Cause.class), causes);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatTheLadderShowsAtTheEndIsTheOutcome(Row row) throws IOException {
        var index = Flow.read(row.messages());
        assertEquals(DialogOutcome.of(index, 0).outcome(), OutcomeCourse.of(index, 0).getLast());
    }
}
