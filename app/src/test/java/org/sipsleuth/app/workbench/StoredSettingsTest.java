package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.memory.RecentFiles;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.view.dialogs.column.ColumnChoice;
import org.sipsleuth.view.dialogs.column.ColumnLayout;
import org.sipsleuth.view.dialogs.ladder.LadderOptions;
import org.sipsleuth.view.ui.Theme;

/// The settings of a user, as the window wrote them in November 2026, keep their meaning.
final class StoredSettingsTest {

    @TempDir private Path folder;
    private Settings settings;

    @BeforeEach
    void copy() throws IOException {
        try (var in = getClass().getResourceAsStream("window.properties")) {
            Files.write(folder.resolve("window.properties"), in.readAllBytes());
        }
        settings = new Settings(folder);
    }

    @Test
    void lookOfTheWindow() {
        Look look = new Look(settings);
        assertEquals(Theme.DARK, look.themeProperty().get());
        assertTrue(look.inspectorOpenProperty().get());
        assertEquals(412.5, look.inspectorWidthProperty().get());
        assertTrue(look.railCollapsedProperty().get());
        assertEquals(1440.0, settings.number(WorkbenchApplication.WIDTH, 0));
    }

    @Test
    void recentFiles() {
        assertEquals(List.of(List.of(Path.of("/captures/a.pcap"), Path.of("/captures/Grüße b.pcap")),
                List.of(Path.of("/captures/c.pcapng"))), new RecentFiles(settings).files());
    }

    @Test
    void columnsAndTheirLayouts() {
        ColumnChoice choice = new ColumnChoice(settings);
        assertEquals("start 180, method 0, caller 0, outcome 90, request:X-Call-ID 0",
                described(choice.layoutProperty().get()));
        assertEquals(List.of("Call centre", "Übersicht"), choice.namesProperty().get());
        choice.useNamed("Übersicht");
        assertEquals("start 0, messages 0", described(choice.layoutProperty().get()));
    }

    private static String described(ColumnLayout layout) {
        return layout.places()
                .stream()
                .map(place -> place.column().key() + " " + Math.round(place.width()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void ladder() {
        ObjectProperty<LadderOptions> options = new SimpleObjectProperty<>(LadderOptions.FIRST);
        new LadderMemory(settings).remember(options);
        assertEquals("lanes=ENDPOINT;compressed=true;sdp=false;unrepeated=true;colour=CALL_ID;"
                + "delta=START;width=180.0;overlays=MEDIA,TIME", options.get().text());
    }

    @Test
    void filters() {
        assertEquals(Optional.of("lost calls\tdialog.outcome == \"dropped\"\nINVITEs\tsip.Method == \"INVITE\""),
                settings.get("filter.saved"));
    }
}
