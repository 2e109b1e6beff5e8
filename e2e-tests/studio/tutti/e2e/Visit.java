package studio.tutti.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;

/**
 * A person's page, and what people do on it.
 *
 * @param page in the person's own browser context
 */
record Visit(Page page) {

    static Visit of(BrowserContext person, String address) {
        Page page = person.newPage();
        page.navigate(address);
        return new Visit(page);
    }

    /** Tells one's name at the first visit. */
    Visit introduce(String name) {
        page.getByLabel("Your name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        press("Come in");
        page.getByText("Welcome to Tutti").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return this;
    }

    void press(String button) {
        button(button).click();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    Locator item(String name) {
        return page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The card of a song on the start page. */
    Locator card(String song) {
        return page.locator(".song-card").filter(new Locator.FilterOptions().setHas(
                page.locator(".song-name").getByText(song, new Locator.GetByTextOptions().setExact(true))));
    }

    /** Chooses from the menu of a song's card. */
    void choose(String song, String action) {
        card(song).locator(".song-more").click();
        item(action).click();
    }

    /** Gives the open song another name, and waits until the field has it. */
    void renameSong(String name) {
        Locator field = page.getByLabel("Name of the song");
        field.fill(name);
        field.press("Enter");
        page.waitForCondition(() -> page.title().startsWith(name));
    }

    void upload(String name, String type, byte[] content) {
        Page.WaitForFileChooserOptions options = new Page.WaitForFileChooserOptions();
        page.waitForFileChooser(options, () -> press("Import a file")).setFiles(new FilePayload(name, type, content));
    }

    /** Drags a file from the desktop onto an element and lets it go there. */
    void drop(Path file, Locator onto) {
        var box = onto.boundingBox();
        CDPSession browser = page.context().newCDPSession(page);
        for (String type : new String[] {"dragEnter", "dragOver", "drop"}) {
            JsonObject data = new JsonObject();
            data.add("items", new JsonArray());
            JsonArray files = new JsonArray();
            files.add(file.toString());
            data.add("files", files);
            data.addProperty("dragOperationsMask", 1);
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", box.x + box.width / 2);
            event.addProperty("y", box.y + box.height / 2);
            event.add("data", data);
            browser.send("Input.dispatchDragEvent", event);
        }
        browser.detach();
    }
}
