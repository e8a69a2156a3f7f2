"""Paper drawn with Qt: to a printer, a PDF file or a preview. Outside the window only this knows Qt.

All of it belongs on the application's own thread: Qt keeps the fonts of a thread with that thread, and a
page laid out on one and drawn on another ends the program. Only writing the file may go elsewhere.
"""
