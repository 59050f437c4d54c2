package org.sipsleuth.app.workbench;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// Drags files over a window and drops them, as a file manager does.
final class FileDrop {

    private final Node target;
    private final Dragboard dragboard;

    FileDrop(Node target, List<Path> files) {
        this.target = target;
        List<File> dragged = files.stream().map(Path::toFile).toList();
        dragboard =
                DragboardHelper.createDragboard((TKClipboard) Proxy.newProxyInstance(FileDrop.class.getClassLoader(),
                        new Class<?>[]{TKClipboard.class}, (_, method, _) -> answer(method.getName(), dragged)));
    }

    /// Only files are on it, whatever is asked for.
    private static @Nullable Object answer(String method, List<File> files) {
        return switch (method) {
            case "hasContent" -> true;
            case "getContent" -> files;
            case "getContentTypes" -> Set.of(DataFormat.FILES);
            case "getTransferModes" -> Set.of(TransferMode.COPY);
            default -> null;
        };
    }

    /// Drags the files over the target, then drops them there. On the JavaFX thread.
    void perform() {
        enter();
        fire(DragEvent.DRAG_DROPPED);
        leave();
    }

    /// Drags the files over the target. On the JavaFX thread.
    void enter() {
        fire(DragEvent.DRAG_ENTERED);
        fire(DragEvent.DRAG_OVER);
    }

    /// Drags them away again. On the JavaFX thread.
    void leave() {
        fire(DragEvent.DRAG_EXITED);
    }

    private void fire(EventType<DragEvent> type) {
        target.fireEvent(new DragEvent(type, dragboard, 0, 0, 0, 0, TransferMode.COPY, null, target, null));
    }
}
