package org.sipsleuth.view.account;

import javafx.scene.Parent;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.ui.Views;

/// The page that lists every frame without a SIP message, and every defect.
public final class AccountView {

    private final AccountViewModel model = new AccountViewModel();
    private final Parent root;

    /// @param close what the page's close button does
    public AccountView(Runnable close) {
        root = Views.load("Account.fxml", new AccountController(model, close));
    }

    /// The page.
    public Parent root() {
        return root;
    }

    /// Accounts for the files of an index.
    public void show(SipIndex index) {
        model.show(index.files());
    }
}
