package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.FaultMessage;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// A command whose rows fail prints the others, says what failed once, and ends with 6.
class FailedRowsTest {

    private static final int ROWS = 1_000;

    @TempDir private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private record Rows(RuntimeException fault) implements Listing {

        @Override
        public List<Column> columns() {
            return List.of(Column.number("one"), Column.text("two"));
        }

        @Override
        public int size() {
            return ROWS;
        }

        @Override
        public String[] row(int row) {
            return new String[]{cell(row, 0), cell(row, 1)};
        }

        @Override
        public String cell(int row, int column) {
            if (row % 2 == 1 && column == 0) {
                throw fault;
            }
            return Integer.toString(row);
        }
    }

    private record Lists(Terminal terminal, CommonOptions options, Listing rows) implements CommonOptions.Holder {

        @Override
        public Integer call() throws IOException {
            new ListingPrinter(terminal, options).print(rows);
            return ExitCode.DONE;
        }
    }

    private int code(RuntimeException fault) {
        Terminal terminal = new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8), false, false, 160,
                StandardCharsets.UTF_8);
        Lists lists = new Lists(terminal, CommonOptions.ofRows(), new Rows(fault));
        CommandSpec spec = CommandSpec.wrapWithoutInspection(lists);
        lists.options().addTo(spec, Methods.standard());
        CommandFaults faults = new CommandFaults(terminal, new FaultMessage(terminal, folder));
        return new CommandLine(spec).setExecutionStrategy(faults)
                .setExecutionExceptionHandler(faults)
                .execute("--format", "csv");
    }

    @Test
    void theOtherRowsAreThereAndTheFaultIsNamedOnce() {
        assertEquals(6, code(new IllegalStateException("a seeded fault")));
        List<String> rows = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(ROWS + 1, rows.size());
        assertEquals(List.of("0,0", "(failed),1", "2,2"), rows.subList(1, 4));
        String said = err.toString(StandardCharsets.UTF_8);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.startsWith("sipsleuth: column one failed; what it would have found"), said);
        assertTrue(said.contains("java.lang.IllegalStateException in org.sipsleuth.app.command.FailedRowsTest"), said);
    }

    @Test
    void whatConcernsAllRowsEndsTheCommand() {
        assertEquals(1, code(new CancellationException()));
        assertEquals(1, code(new UncheckedIOException(new IOException("no room"))));
        assertEquals(List.of("one,two"), out.toString(StandardCharsets.UTF_8).lines().distinct().toList());
    }
}
