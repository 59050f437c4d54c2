package org.sipsleuth.example;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.run.RunMonitor;

final class ListDialogs {
    public static void main(String[] captures) throws IOException {
        List<Path> files = List.of(captures).stream().map(Path::of).toList();
        DialogTable dialogs = CaptureIndexer.read(files, RunMonitor.NONE).dialogs();
        for (int i = 0; i < dialogs.size(); i++) {
            System.out.println(dialogs.callId(i) + "  " + dialogs.sequenceText(i));
        }
    }
}
