/// The words of the built-in template. They follow the annotation guidelines of the PASCAL VOC
/// challenges, so that boxes made here mean what the boxes of that data mean.
extension BuiltInTemplate {
    static let summary = """
        <p>Every object of the classes gets exactly one box, also when it is cut off or partly hidden.</p>
        <ul>
        <li>Each edge touches the outermost <b>visible</b> pixel of the object.</li>
        <li>Do not guess the parts you cannot see.</li>
        <li>Correct the class, remove boxes around nothing, add what is missing.</li>
        <li>No object of the classes at all: reject the image.</li>
        </ul>
        """

    static let rules = """
        <h2>What gets a box</h2>
        <ul>
        <li>Every object of the classes, whatever its size, as long as you are sure what it is.</li>
        <li>Objects cut off by the edge of the image, and objects partly behind something else.</li>
        <li>Leave out an object when less than about a tenth of it can be seen, or when it is so small
          or blurred that you could not name it without the rest of the scene.</li>
        <li>One box an object. Remove the second of two boxes on the same object.</li>
        </ul>
        <h2>Where the edges go</h2>
        <ul>
        <li>Each of the four edges touches the outermost visible pixel of the object: no gap, nothing
          cut off. Zoom in and check every edge by itself.</li>
        <li>Box what is visible. Do not guess how far a hidden or cut-off part goes on.</li>
        <li>When something in front divides an object, one box goes around all its visible parts.</li>
        <li>Leave out a thin part that would make the box much larger, such as a car's aerial.</li>
        <li>What an object wears or carries close to it is part of it: clothes, a helmet, a
          backpack, a saddle, mud or snow. Its shadow is not, nor is the rider part of the bicycle.</li>
        </ul>
        <h2>Mirrors, glass and pictures</h2>
        <ul>
        <li>An object seen in a mirror gets a box around its mirror image; one seen through a window
          gets a box like any other. A faint reflection on glass or water gets none.</li>
        <li>A photograph of an object, on a poster or a screen, gets a box. Drawings, toys, statues
          and signs get none.</li>
        </ul>
        <h2>Groups</h2>
        <ul>
        <li>Every object you can tell apart gets its own box; boxes may overlap.</li>
        <li>In a crowd, box everyone who can be told apart, those in front first. Never draw one box
          around many objects.</li>
        </ul>

        """

    static let rejection = """
        <h2>Reject, skip or decline</h2>
        <ul>
        <li><b>Reject</b> the image when it holds no object of the classes. The answer then says so:
          it is a good answer, and the detector learns from it.</li>
        <li><b>Skip</b> it when you want to look again later; your boxes are kept.</li>
        <li><b>Decline</b> it when you cannot judge it: too dark, too blurred, or a crowd too dense
          to box. Somebody else will get it.</li>
        </ul>
        """

    /// What to say of classes that are easily taken for each other, or for things outside the list.
    static let classAdvice: [(classes: [String], title: String, text: String)] = [
        (
            ["aeroplane"], "aeroplane",
            "anything with fixed wings that carries people, gliders too; not helicopters, hang "
                + "gliders or drones."
        ),
        (
            ["bicycle", "motorbike"], "bicycle or motorbike",
            "driven by pedals is a bicycle, tricycles too; driven by an engine is a motorbike, with "
                + "mopeds, scooters and sidecars. A rider is a person with a box of their own."
        ),
        (
            ["boat"], "boat",
            "everything from a rowing boat to a ship; not jet skis or surfboards."
        ),
        (["bottle"], "bottle", "glass, plastic or feeding bottles; not cans, jars, cups or vases."),
        (
            ["bus", "car", "train"], "bus, car or train",
            "cars and vans made for up to about eight people are cars; minibuses and coaches are "
                + "buses; what runs on its own track, a single carriage too, is a train. Trams, "
                + "lorries, tractors and emergency vehicles are none of these. A vehicle seen only "
                + "from inside gets no box."
        ),
        (
            ["cat", "dog"], "cat or dog",
            "household cats and dogs of any breed; not lions, foxes or wolves. Unsure which: look at "
                + "the muzzle and the pupils."
        ),
        (
            ["chair", "sofa"], "chair or sofa",
            "a seat with a back for one person is a chair, armchairs and deckchairs too; an "
                + "upholstered seat for two or more is a sofa. Stools, benches, wheelchairs and the "
                + "seats of vehicles are neither."
        ),
        (
            ["cow", "horse", "sheep"], "cow, horse or sheep",
            "bulls and calves are cows; ponies, donkeys and mules are horses; goats are not sheep."
        ),
        (
            ["diningtable"], "diningtable",
            "a table to eat at, laid or not; not desks, coffee tables, side tables or picnic "
                + "benches. What stands on it belongs to the box only where it hides the table."
        ),
        (
            ["person"], "person",
            "people of any age, and any part of one that you recognise: a face or a hand at the "
                + "edge of the image is a person."
        ),
        (
            ["pottedplant"], "pottedplant",
            "a plant that grows in a pot, pot and all, indoors or out; not cut flowers in a vase, "
                + "nor plants in the ground."
        ),
        (
            ["tvmonitor"], "tvmonitor",
            "televisions and computer screens that stand or hang by themselves, on or off, with "
                + "their frame and stand; not laptops, telephones or advertising displays."
        ),
    ]
}
