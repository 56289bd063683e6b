/// ImageMagick's `convert`, which makes the kinds of JPEG the program itself does not write.
enum ImageMagick {
    static let isPresent = (try? convert(["-version"], in: "/")) == 0

    static func convert(_ arguments: [String], in directory: String) throws -> Int32 {
        try Program.run(
            executable: "/usr/bin/env", arguments: ["convert"] + arguments, in: directory
        ).status
    }
}
