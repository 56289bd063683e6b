import Foundation
import Testing
import TestSupport

/// What a real xterm on a virtual display shows, pixel by pixel.
///
/// Needs Xvfb, xterm, xdotool, ImageMagick and `tools/xterm-drive` of the shared directory, and is
/// skipped where they are absent.
@Suite(.serialized, .enabled(if: Requirement.isMet(XtermRun.isPossible))) struct XtermTests {
    @Test func thePhotosPixelsAreThePalettesColors() throws {
        let run = try XtermRun(["await %/0.done 20", "shot %/a.png", "key q"])
        #expect(run.status == 0)
        #expect(run.wrongPixels(of: "a", expected: 0) == 0)
    }

    @Test func fortyUpdatesAndAnUncoveringAreAFreshPaint() throws {
        let run = try XtermRun(
            ["await %/0.done 20"] + Array(repeating: "key m", count: 40)
                + ["wait 4", "shot %/moved.png", "expose", "wait 0.5", "shot %/uncovered.png"]
                + ["key ctrl+l", "wait 1.5", "shot %/fresh.png", "key q"])
        #expect(run.status == 0)
        #expect(run.difference("moved", "fresh") == 0)
        #expect(run.difference("uncovered", "fresh") == 0)
    }

    @Test func aNewPhotoLeavesNothingOfTheLast() throws {
        let run = try XtermRun(
            ["await %/0.done 20", "key n", "await %/1.done 20", "key s", "await %/2.done 20"]
                + ["shot %/small.png", "expose", "wait 0.5", "shot %/uncovered.png"]
                + ["key ctrl+l", "wait 1.5", "shot %/fresh.png", "key q"])
        #expect(run.wrongPixels(of: "small", expected: 2) == 0)
        #expect(run.difference("small", "fresh") == 0)
        #expect(run.difference("uncovered", "fresh") == 0)
    }

    @Test func aPopupGivesThePixelsBackAndTextStays() throws {
        let run = try XtermRun(
            ["await %/0.done 20", "key p", "await %/1.done 20", "shot %/popup.png", "key m"]
                + ["await %/2.done 20", "key p", "await %/3.done 20", "shot %/uncovered.png"]
                + ["key ctrl+l", "wait 1.5", "shot %/fresh.png", "key q"])
        // The popup is 30×6 cells of 6×13 pixels.
        #expect(run.wrongPixels(of: "popup", expected: 1) == 180 * 78)
        #expect(run.wrongPixels(of: "uncovered", expected: 3) == 0)
        #expect(run.difference("uncovered", "fresh") == 0)
    }

    @Test func aResizedWindowIsPaintedWhole() throws {
        let run = try XtermRun(
            ["await %/0.done 20", "resize 900 600", "wait 2", "key m", "wait 1.5"]
                + ["shot %/resized.png", "key ctrl+l", "wait 1.5", "shot %/fresh.png", "key q"])
        #expect(run.difference("resized", "fresh") == 0)
        #expect(run.wrongPixels(of: "fresh", expected: nil) == 0)
    }
}
