import { CORE } from './zh-core';
import { SOUNDS } from './zh-sounds';

/** The page in simplified Chinese. A lane is 轨道条, a clip 片段, a section 段落, a take 录音条, the caret 光标. */
const PAGE: readonly (readonly [string, string])[] = [
  // groups of commands
  ['Play', '播放'], ['Edit', '编辑'], ['Clips', '片段'], ['Notes', '音符'], ['View', '视图'], ['Tracks', '音轨'],

  // playing
  ['Play or stop', '播放或停止'], ['To the start', '回到开头'], ['To the end', '到结尾'], ['A bar back', '后退一小节'], ['A bar on', '前进一小节'],
  ['Loop on or off', '开关循环'], ['Loop what is chosen', '循环所选'], ['Metronome', '节拍器'], ['Silence everything', '全部静音'],
  ['Transport', '走带控制'], ['Stop', '停止'], ['Stop; again: back to the start', '停止；再按一次回到开头'], ['Position', '位置'],
  ['Bar, beat, ticks; minutes and seconds', '小节、拍、tick；分和秒'], ['Tempo', '速度'], ['Metre', '拍号'], ['Metre {0}', '拍号 {0}'],
  ['Key', '调'], ['Key {0}', '调：{0}'], ['{0} major', '{0} 大调'], ['{0} minor', '{0} 小调'],
  ['Level of everything, −60 to 0 dBFS', '总电平，−60 至 0 dBFS'], ['1 sound on the way', '正在载入 1 个音色'], ['{0} sounds on the way', '正在载入 {0} 个音色'],
  ['Nothing to undo', '没有可撤销的'], ['Nothing to redo', '没有可重做的'], ['Undo: {0}', '撤销：{0}'], ['Redo: {0}', '重做：{0}'],
  ['{0}: drag, or double-click to type', '{0}：拖动，或双击输入'],

  // editing
  ['Undo', '撤销'], ['Redo', '重做'], ['Cut', '剪切'], ['Copy', '复制'], ['Paste at the caret', '在光标处粘贴'], ['Paste here', '粘贴到这里'],
  ['Duplicate', '再制'], ['Delete', '删除'], ['Choose all', '全选'], ['Choose nothing', '取消选择'], ['Rename what is chosen', '重命名所选'], ['Rename', '重命名'],

  // clips and tracks
  ['Open the clip, or draw one at the caret', '打开片段，或在光标处画一个'], ['Move a step left (the caret, if nothing is chosen)', '左移一步（没有选择时移动光标）'],
  ['Move a step right', '右移一步'], ['Move a track up', '上移一条音轨'], ['Move a track down', '下移一条音轨'], ['Make shorter', '缩短'], ['Make longer', '加长'],
  ['Begin earlier', '提前开始'], ['Begin later', '推后开始'], ['Choose the next clip', '选择下一个片段'], ['Choose the clip before', '选择上一个片段'],
  ['Split at the playhead', '在播放头处分割'], ['Mute or unmute', '静音或取消静音'], ['Repeat its content or not', '是否重复内容'], ['Duplicate as an alias', '再制为联动副本'],
  ['Add an instrument track', '添加乐器轨'], ['Add a drum track', '添加鼓轨'], ['Add a track first: clips lie on tracks.', '请先添加音轨：片段要放在音轨上。'],
  ['Nothing to split: put the playhead inside a chosen clip.', '没有可分割的：请把播放头放到所选片段之内。'],
  ['Choose a clip first: the loop is laid around what is chosen.', '请先选择片段：循环会围绕所选内容。'],
  ['Track', '音轨'], ['Drums', '鼓'], ['Clip', '片段'], ['Section', '段落'], ['Marker', '标记'], ['Add', '添加'], ['Add a track', '添加音轨'], ['Add drums', '添加鼓'],
  ['Arrangement', '编曲'], ['Ruler', '标尺'], ['Markers', '标记'], ['Sections', '段落'], ['Chords', '和弦'], ['Tempo, metre', '速度、拍号'],
  ['Play from here', '从这里播放'], ['Marker here', '在这里做标记'], ['Tempo change here', '在这里变速'], ['Metre change here', '在这里换拍号'], ['Add to “{0}”', '添加到“{0}”'],
  ['Open in the editor', '在编辑器中打开'], ['Split here', '在这里分割'], ['New clip here', '在这里新建片段'], ['New clip', '新建片段'],
  ['A song begins with a track. Add one, then double-click in its row to draw a clip.', '一首歌从一条音轨开始。添加一条，然后在它的行里双击画出片段。'],
  ['Name of the clip', '片段名称'], ['“{0}” is not a number; nothing was changed.', '“{0}”不是数字；没有做任何改动。'],
  ['Pencil', '铅笔'], ['Pointer', '指针'], ['Grid', '网格'], ['Grid: {0}', '网格：{0}'], ['What positions snap to  ([ ])', '位置吸附到什么  ([ ])'], ['All lanes', '全部轨道条'],
  ['Auto', '自动'], ['Bar', '小节'], ['1/2', '1/2'], ['1/4', '1/4'], ['1/8', '1/8'], ['1/8 triplet', '1/8 三连音'], ['1/16', '1/16'], ['1/16 triplet', '1/16 三连音'], ['1/32', '1/32'], ['Free', '自由'],
  ['Colour', '颜色'], ['Colour of {0}; drag to move', '{0} 的颜色；拖动可移动'], ['Colour; drag to move the track', '颜色；拖动可移动音轨'], ['Name of the track', '音轨名称'],
  ['Double-click to rename', '双击重命名'], ['Unnamed', '未命名'], ['Mute', '静音'], ['Solo', '独奏'], ['Drum kit', '鼓组'], ['Audio', '音频'], ['Folder', '文件夹'], ['Bus', '总线'],
  ['Choose an instrument', '选择乐器'], ['Volume of {0}', '{0} 的音量'], ['Pan of {0}', '{0} 的声像'], ['silent', '无声'], ['centre', '居中'], ['{0} left', '左 {0}'], ['{0} right', '右 {0}'],
  ['Move up', '上移'], ['Move down', '下移'], ['Make it a drum track', '改为鼓轨'], ['Make it an instrument track', '改为乐器轨'], ['Delete the track', '删除音轨'],
  ['Blue', '蓝'], ['Green', '绿'], ['Orange', '橙'], ['Violet', '紫'], ['Yellow', '黄'], ['Pink', '粉'], ['Leaf', '叶绿'], ['Sky', '天蓝'], ['Orchid', '兰紫'], ['Sand', '沙'], ['Periwinkle', '长春花蓝'], ['Red', '红'],
  ['Instrument', '乐器'], ['Instruments', '乐器'], ['Search 128 instruments', '搜索 128 种乐器'], ['Search instruments', '搜索乐器'], ['No instrument is called that.', '没有叫这个名字的乐器。'], ['Program {0}', '音色 {0}'],

  // notes
  ['Draw a note at the caret', '在光标处画音符'], ['Move a semitone up', '升高半音'], ['Move a semitone down', '降低半音'], ['Move an octave up', '升高八度'], ['Move an octave down', '降低八度'],
  ['Louder', '更强'], ['Softer', '更弱'], ['Choose the next note', '选择下一个音符'], ['Choose the note before', '选择上一个音符'], ['Add the next note to the choice', '把下一个音符加入选择'],
  ['Quantise to the grid', '量化到网格'], ['Back to the arrangement', '回到编曲'], ['Quantise', '量化'], ['Quantise all', '全部量化'], ['Velocity', '力度'], ['Vel.', '力度'], ['Velocity {0}', '力度 {0}'],
  ['Piano roll', '钢琴卷帘'], ['Grid of the notes: {0}', '音符网格：{0}'], ['What notes snap to  ([ ])', '音符吸附到什么  ([ ])'], ['Highlight the key', '突出显示调内音'], ['Darken rows outside the key', '调外的行变暗'],
  ['1 note chosen', '已选 1 个音符'], ['{0} notes chosen', '已选 {0} 个音符'], ['The notes of a clip are written here.', '片段的音符写在这里。'],
  ['Press a clip above to see its notes, or draw a new one.', '点按上面的片段可查看音符，也可以画一个新的。'],
  ['Notes live in clips. Draw the first one: a bar long, on the chosen track.', '音符写在片段里。画第一个吧：一小节长，放在所选音轨上。'],
  ['Choose a grid first: “Free” has nothing to move the notes to.', '请先选择网格：“自由”没有可对齐的位置。'],

  // looking
  ['Pencil or pointer', '铅笔或指针'], ['Zoom in', '放大'], ['Zoom out', '缩小'], ['Taller rows', '行更高'], ['Flatter rows', '行更矮'], ['Show all that is chosen, or all', '显示所选或全部'],
  ['Snapping on or off', '开关吸附'], ['Finer grid', '更细的网格'], ['Coarser grid', '更粗的网格'], ['Follow the playhead', '跟随播放头'], ['Show or fold the editor', '显示或收起编辑器'],
  ['Show or fold the lanes', '显示或收起轨道条'], ['To the arrangement or the editor', '转到编曲或编辑器'], ['Every shortcut', '全部快捷键'],
  ['Shortcuts', '快捷键'], ['Search', '搜索'], ['Search shortcuts', '搜索快捷键'], ['Close', '关闭'], ['Places', '页面'], ['Room', '房间'], ['Height of the editor', '编辑器高度'],

  // what is said
  ['Opening the song …', '正在打开歌曲……'], ['Try again', '重试'], ['The song could not be opened.', '歌曲无法打开。'], ['This page is older than the studio: reload it.', '此页面比工作室旧：请重新载入。'],
  ['Connecting … You can go on working.', '正在连接……你可以继续工作。'],
  ['The connection is lost. Go on working: what you do is kept here, hatched, and sent when it is back.', '连接已断开。请继续工作：你做的内容以斜线显示并保存在这里，恢复后会自动发送。'],
  [' 1 edit waits to be sent.', ' 有 1 次编辑等待发送。'], [' {0} edits wait to be sent.', ' 有 {0} 次编辑等待发送。'],
  ['This song was closed here. Reload the page to go on.', '这首歌在这里已关闭。请重新载入页面继续。'],
  ['Copy what was refused', '复制被拒绝的内容'], ['Dismiss', '关闭提示'], ['“{0}” was refused: {1}', '“{0}”被拒绝：{1}'], ['There is no sound: {0}', '没有声音：{0}'],
  ['Caret at {0} on {1}', '光标在 {0}，{1}'], ['no track', '没有音轨'], ['{0} on {1}, from {2} to {3}', '{1} 上的 {0}，从 {2} 到 {3}'], [', muted', '，已静音'],
  ['{0} clips chosen, first: {1}', '已选 {0} 个片段，第一个：{1}'], ['Caret at {0}, {1}', '光标在 {0}，{1}'], ['{0} at {1}, {2} ticks, velocity {3}', '{0}，在 {1}，{2} tick，力度 {3}'],
  ['{0} notes chosen, last: {1}', '已选 {0} 个音符，最后一个：{1}'],
  ['This browser cannot draw: it gives no 2D canvas.', '此浏览器无法绘图：它不提供 2D 画布。'],
  ['This browser plays sound on secure pages only: open the studio over HTTPS.', '此浏览器只在安全页面上播放声音：请通过 HTTPS 打开工作室。'],
  ['This browser cannot run WebAssembly GC.', '此浏览器不能运行 WebAssembly GC。'], ['The sound engine could not start.', '声音引擎无法启动。'], ['The sound engine could not start: {0}', '声音引擎无法启动：{0}'],
  ['The sound engine stopped; reload the page to hear sound again.', '声音引擎已停止；重新载入页面即可恢复声音。'], ['The sound engine could not be loaded from the server.', '无法从服务器载入声音引擎。'],
  ['A sound ({0}) could not be loaded from the server.', '无法从服务器载入一个音色（{0}）。']
];

export const ZH: ReadonlyMap<string, string> = new Map([...SOUNDS, ...CORE, ...PAGE]);
export const ZH_CORE: ReadonlyMap<string, string> = new Map(CORE);
