package org.sipsleuth.app.command.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.BuildFacts;
import org.sipsleuth.evaluation.Corpus;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.run.RunMonitor;

class EvaluationOutputTest {

    private static final Evaluation EVALUATION = new Evaluation("sequence",
            new Corpus("paper-dialogs", 77, Map.of("dialogs", 18_782L)), Duration.ofMillis(1_500),
            List.of(new EvaluationTable("7", "Accuracy",
                    List.of(new EvaluationRow("CNN", 0.966, Spread.of(0.95, 0.97), Expectation.atLeast(0.96)),
                            new EvaluationRow("time", null, Spread.of(3), null).timed()))),
            List.of(new PaperFigure("fig-1", "Title", "x (s)", "y", List.of(new PaperFigure.Series("one",
                    PaperFigure.Kind.LINES, List.of(new PaperFigure.Point(0, 0), new PaperFigure.Point(1, 2)))))));

    @Test
    void rowsHaveTheColumnsThatAreDocumented() {
        EvaluationRecords records = new EvaluationRecords(EVALUATION);
        assertEquals(List.of("method", "table", "title", "name", "paper", "ours", "ours_least", "ours_most", "must",
                "met", "simplest", "best"), records.columns().stream().map(Column::name).toList());
        assertEquals(2, records.size());
        assertEquals(
                List.of("sequence", "7", "Accuracy", "CNN", "0.966", "0.96", "0.95", "0.97", ">= 0.960000",
                        String.valueOf(EVALUATION.tables().getFirst().rows().getFirst().met()), "", ""),
                List.of(records.row(0)));
        assertEquals(List.of("sequence", "7", "Accuracy", "time", "", "3.0", "3.0", "3.0", "", "", "", ""),
                List.of(records.row(1)));
    }

    private static EvaluationOrigin origin(String commit) {
        return new EvaluationOrigin(List.of("evaluate", "sequence"),
                new BuildFacts("0.1.0", Optional.of(commit).filter(hash -> !hash.isEmpty()), Optional.empty(), ""),
                LocalDate.of(2026, 11, 29), List.of(new PlayedSeeds(PlayedSeeds.Purpose.DIVIDED, 77, 1)));
    }

    @Test
    void sourcesWithoutCommitCountAsChanged() {
        assertTrue(origin("1a2b3c4d5e6f+changes").isChanged());
        assertEquals(Optional.of("1a2b3c4d5e6f"), origin("1a2b3c4d5e6f+changes").commit());
        assertTrue(origin("").isChanged());
        assertFalse(origin("1a2b3c4d5e6f").isChanged());
    }

    @Test
    void jsonHasTheKeysOfTheContract() throws IOException {
        StringWriter json = new StringWriter();
        EvaluationJson.write(EVALUATION, origin("1a2b3c4d5e6f"), json, RunMonitor.NONE);
        assertEquals("""
                {
                  "method":"sequence",
                  "command":[
                    "evaluate",
                    "sequence"
                  ],
                  "version":"0.1.0",
                  "commit":"1a2b3c4d5e6f",
                  "changed":false,
                  "date":"2026-11-29",
                  "seeds":[
                    {
                      "purpose":"divided",
                      "from":77,
                      "count":1
                    }
                  ],
                  "corpus":{
                    "scenario":"paper-dialogs",
                    "seed":77,
                    "sizes":{
                      "dialogs":18782
                    }
                  },
                  "took_seconds":1.5,
                  "tables":[
                    {
                      "id":"7",
                      "title":"Accuracy",
                      "rows":[
                        {
                          "name":"CNN",
                          "paper":0.966,
                          "ours":0.96,
                          "ours_least":0.95,
                          "ours_most":0.97,
                          "must":">= 0.960000",
                          "met":false,
                          "simplest":null,
                          "best":null
                        },
                        {
                          "name":"time",
                          "paper":null,
                          "ours":3.0,
                          "ours_least":3.0,
                          "ours_most":3.0,
                          "must":null,
                          "met":null,
                          "simplest":null,
                          "best":null,
                          "timed":true
                        }
                      ]
                    }
                  ]
                }
                """, json.toString());
    }

    @Test
    void textSaysWhatIsNotMet() throws IOException {
        StringWriter text = new StringWriter();
        EvaluationText.write(EVALUATION, text, RunMonitor.NONE);
        assertTrue(text.toString().contains("Table 7: Accuracy"), text.toString());
        assertTrue(text.toString().lines().anyMatch(line -> line.endsWith("  NO")));
    }

    private static void write(List<PaperFigure> figures, Path folder) throws IOException {
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(new ByteArrayOutputStream(), err, false, false, 160, StandardCharsets.UTF_8);
        FigureFiles.write(figures, folder, OutputRules.NEW_FILES, terminal, false);
    }

    @Test
    void figuresAreTheSameBytesEachTime(@TempDir Path folder) throws IOException {
        write(EVALUATION.figures(), folder.resolve("a"));
        write(EVALUATION.figures(), folder.resolve("b"));
        String svg = Files.readString(folder.resolve("a/fig-1.svg"));
        assertTrue(svg.contains("Title") && svg.contains("x (s)"), svg);
        assertEquals(svg, Files.readString(folder.resolve("b/fig-1.svg")));
        assertEquals("series,x,y\r\none,0.0,0.0\r\none,1.0,2.0\r\n", Files.readString(folder.resolve("a/fig-1.csv")));
    }

    private static PaperFigure.Series series(PaperFigure.Kind kind) {
        return new PaperFigure.Series(kind.name(), kind,
                List.of(new PaperFigure.Point(0, 1, 7), new PaperFigure.Point(1, 0, 0)));
    }

    @Test
    void figuresOfEveryKindAreDrawn(@TempDir Path folder) throws IOException {
        for (PaperFigure.Kind kind : PaperFigure.Kind.values()) {
            write(List.of(new PaperFigure(kind.name(), kind.name(), "x", "y", List.of(series(kind)))), folder);
            assertTrue(Files.readString(folder.resolve(kind + ".svg")).contains(kind.name()));
        }
    }

    @Test
    void cellsHaveTheirNamesAndValues(@TempDir Path folder) throws IOException {
        PaperFigure.Axis axis = PaperFigure.Axis.named("group", List.of("left", "right"));
        write(List.of(new PaperFigure("matrix", "Matrix", axis, axis, List.of(series(PaperFigure.Kind.CELLS)))),
                folder);
        assertEquals("series,x,y,value\r\nCELLS,left,right,7.0\r\nCELLS,right,left,0.0\r\n",
                Files.readString(folder.resolve("matrix.csv")));
        String svg = Files.readString(folder.resolve("matrix.svg"));
        assertTrue(svg.contains(">7<") && svg.contains(">left<"), svg);
    }
}
